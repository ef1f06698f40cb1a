//! `--timings`: how long the start and each frame took, printed when the window closes.

use std::time::{Duration, Instant};

/// Measures frames; does nothing unless asked to.
#[derive(Debug, Default)]
pub(super) struct Timings {
    since: Option<Instant>,
    began: Option<Instant>,
    first: Option<Duration>,
    frames: Vec<Duration>,
}

impl Timings {
    /// Counts from the start of the process.
    pub fn since(since: Instant) -> Self {
        let mut timings = Self::default();
        timings.since = Some(since);
        timings
    }

    pub fn frame_begins(&mut self) {
        if self.since.is_some() {
            self.began = Some(Instant::now());
        }
    }

    pub fn frame_ends(&mut self) {
        let (Some(since), Some(began)) = (self.since, self.began) else { return };
        self.frames.push(began.elapsed());
        if self.first.is_none() {
            self.first = Some(since.elapsed());
        }
    }
}

impl Drop for Timings {
    fn drop(&mut self) {
        let Some(first) = self.first else { return };
        let mut frames = std::mem::take(&mut self.frames);
        frames.sort_unstable();
        let at = |share: usize| frames.get(frames.len() * share / 100).copied().unwrap_or_default();
        let report = format!(
            "start to first frame {:.0} ms, {} frames, median {:.2} ms, 95 % under {:.2} ms, longest {:.2} ms\n",
            first.as_secs_f64() * 1000.0,
            frames.len(),
            at(50).as_secs_f64() * 1000.0,
            at(95).as_secs_f64() * 1000.0,
            frames.last().copied().unwrap_or_default().as_secs_f64() * 1000.0,
        );
        let _ = std::io::Write::write_all(&mut std::io::stderr(), report.as_bytes());
    }
}
