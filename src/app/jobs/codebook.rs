//! Reading a codebook: a big one of another program takes its time.

use std::path::PathBuf;

use crate::files::import;
use crate::files::storage::read_paper;
use crate::model::{Codebook, CodebookLabels, Job, Omission, Problem};

use super::event::Event;
use super::pool::{Jobs, file_name};

impl Jobs {
    /// Reads a codebook in one of our formats or in that of another program. `ours` gives what the latter lacks.
    pub fn read_codebook(
        &self,
        path: PathBuf,
        serial: u64,
        ours: Codebook,
        labels: [&'static CodebookLabels; 2],
    ) {
        let file = file_name(&path);
        let lost = file.clone();
        let failed = move |problem| Event::CodebookRead { serial, file: lost, result: Err(problem) };
        self.spawn(Job::Reading, failed, move |events| {
            let is_qdc = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("qdc"));
            let read = |bytes: Vec<u8>| -> Result<(Codebook, Vec<Omission>), Problem> {
                if is_qdc {
                    return import::qdc(&file, &bytes, &ours, labels);
                }
                import::codebook(&file, &bytes, labels).map(|codebook| (codebook, Vec::new()))
            };
            let result = read_paper(&path).and_then(read).map(Box::new);
            events.send(Event::CodebookRead { serial, file, result });
        });
    }
}
