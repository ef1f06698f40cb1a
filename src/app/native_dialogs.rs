//! The file dialogs of the system. Each runs on a thread of its own, so that one that never answers blocks nothing.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

use raw_window_handle::{HasDisplayHandle, HasWindowHandle};

use super::dialogs::{Answer, Ask, Dialogs, RequestId};

mod patience;
#[cfg(all(unix, not(target_os = "macos")))]
mod portal;
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod rfd_dialogs;

#[cfg(all(unix, not(target_os = "macos")))]
use portal as system;
#[cfg(not(all(unix, not(target_os = "macos"))))]
use rfd_dialogs as system;

/// The window that dialogs belong to, as the dialogs of this system want it named.
#[derive(Clone)]
pub struct ParentWindow(system::Parent);

impl ParentWindow {
    /// Names `window`, which has to outlive every dialog.
    #[must_use]
    pub fn of(window: &(impl HasWindowHandle + HasDisplayHandle)) -> Self {
        Self(system::Parent::of(window))
    }
}

/// The real dialogs: the desktop portal on Linux, the system's own on Windows and macOS.
#[derive(Default)]
pub(super) struct NativeDialogs {
    parent: Option<ParentWindow>,
    open: Option<OpenDialog>,
}

impl NativeDialogs {
    pub fn of(parent: ParentWindow) -> Self {
        Self { parent: Some(parent), open: None }
    }
}

struct OpenDialog {
    id: RequestId,
    answer: Receiver<Answer>,
    /// Dropping it gives the dialog up.
    control: system::Control,
}

impl Dialogs for NativeDialogs {
    fn ask(&mut self, id: RequestId, ask: Ask, wake: Box<dyn Fn() + Send>) {
        let (sender, answer) = channel();
        let (control, controlled) = system::control();
        let parent = self.parent.clone().map(|window| window.0);
        // Wakes when the thread ends, also by a panic; the sender is gone by then.
        let wake = WakeAtEnd(wake);
        let work = move || {
            let _wake = wake;
            let sender = sender;
            if let Some(answer) = system::show(&ask, parent, &controlled) {
                // Nobody waits any more for what was given up.
                let _ = sender.send(answer);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("file dialog".to_owned()).spawn(work) {
            // Without a thread there is no sender either, and `answer` says that the dialog is lost.
            drop(error);
        }
        self.open = Some(OpenDialog { id, answer, control });
    }

    fn answer(&mut self) -> Option<(RequestId, Answer)> {
        let open = self.open.as_ref()?;
        let answer = match open.answer.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Answer::Lost,
        };
        let id = open.id;
        self.open = None;
        Some((id, answer))
    }

    fn open(&self) -> Option<RequestId> {
        self.open.as_ref().map(|open| open.id)
    }

    fn bring_forward(&mut self) -> bool {
        self.open.as_ref().is_some_and(|open| open.control.bring_forward())
    }

    fn give_up(&mut self) {
        self.open = None;
    }
}

struct WakeAtEnd(Box<dyn Fn() + Send>);

impl Drop for WakeAtEnd {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A window with an open dialog, and the sender that its thread would have.
    fn asked() -> (NativeDialogs, std::sync::mpsc::Sender<Answer>) {
        let (sender, answer) = channel();
        let (control, _controlled) = system::control();
        let open = Some(OpenDialog { id: RequestId(7), answer, control });
        (NativeDialogs { parent: None, open }, sender)
    }

    #[test]
    fn an_answer_carries_the_number_of_its_question() {
        let (mut dialogs, sender) = asked();
        assert_eq!((dialogs.open(), dialogs.answer()), (Some(RequestId(7)), None));
        sender.send(Answer::Cancelled).expect("the window waits");
        assert_eq!(dialogs.answer(), Some((RequestId(7), Answer::Cancelled)));
        assert_eq!((dialogs.open(), dialogs.answer()), (None, None));
    }

    #[test]
    fn a_dialog_whose_thread_ended_is_lost() {
        let (mut dialogs, sender) = asked();
        drop(sender);
        assert_eq!(dialogs.answer(), Some((RequestId(7), Answer::Lost)));
        assert_eq!(dialogs.open(), None);
    }

    #[test]
    fn a_dialog_that_was_given_up_answers_nothing() {
        let (mut dialogs, sender) = asked();
        dialogs.give_up();
        assert!(sender.send(Answer::Cancelled).is_err());
        assert_eq!((dialogs.open(), dialogs.answer()), (None, None));
    }
}
