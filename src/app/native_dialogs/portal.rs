//! File dialogs by the desktop portal of Linux, spoken to over the session bus.
//!
//! The bus is used directly and not through rfd, because rfd waits for ever when the portal ends while a dialog is
//! open, and has no way to close one. The bus library comes along with the screen reader support of the window.

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use async_channel::{Receiver, Sender};
use futures_lite::{FutureExt, StreamExt};
use raw_window_handle::{HasDisplayHandle, HasWindowHandle, RawWindowHandle};
use zbus::message::Flags;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, Message, MessageStream};

use super::patience::FASTER_THAN_PEOPLE;
use crate::app::dialogs::{Answer, Ask, FileFilter};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PORTAL_PATH: &str = "/org/freedesktop/portal/desktop";
const FILE_CHOOSER: &str = "org.freedesktop.portal.FileChooser";
const REQUEST: &str = "org.freedesktop.portal.Request";
const BUS: &str = "org.freedesktop.DBus";
const BUS_PATH: &str = "/org/freedesktop/DBus";
/// The programs that draw the dialogs for the portal have names that begin like this.
const BACKENDS: &str = "org.freedesktop.impl.portal.desktop";
const BACKEND_REQUEST: &str = "org.freedesktop.impl.portal.Request";

/// The portal confirms a question before anybody answers it. If it has not done so by then, no dialog will come:
/// a portal that the bus has to start first needs a second or two.
const CONFIRMED_WITHIN: Duration = Duration::from_secs(6);

/// The window as the portal wants it named. Empty where there is no name for it: on Wayland the compositor would
/// have to be asked for one, by calls that are not memory-safe.
#[derive(Clone, Default)]
pub(super) struct Parent(String);

impl Parent {
    pub(super) fn of(window: &(impl HasWindowHandle + HasDisplayHandle)) -> Self {
        match window.window_handle().map(|handle| handle.as_raw()) {
            Ok(RawWindowHandle::Xlib(handle)) => Self(format!("x11:{:x}", handle.window)),
            Ok(RawWindowHandle::Xcb(handle)) => Self(format!("x11:{:x}", handle.window)),
            _ => Self::default(),
        }
    }
}

/// The window's hold on an open dialog. Dropping it closes the dialog.
pub(super) struct Control(Sender<ShowAgain>);

/// Closes the dialog and shows the same question once more: a new dialog comes in front of all windows, whatever
/// the window system lets programs do with older ones.
pub(super) struct ShowAgain;

impl Control {
    pub(super) fn bring_forward(&self) -> bool {
        self.0.try_send(ShowAgain).is_ok()
    }
}

pub(super) fn control() -> (Control, Receiver<ShowAgain>) {
    // One is enough: twice forward is forward.
    let (sender, receiver) = async_channel::bounded(1);
    (Control(sender), receiver)
}

/// Shows a dialog and waits for its answer. `None` if it was given up.
pub(super) fn show(ask: &Ask, parent: Option<Parent>, control: &Receiver<ShowAgain>) -> Option<Answer> {
    async_io::block_on(async {
        let Some(Ok(portal)) = within(CONFIRMED_WITHIN, Portal::connect()).await else {
            return Some(Answer::Unavailable);
        };
        let parent = parent.unwrap_or_default();
        for attempt in 0_u32.. {
            match portal.ask(ask, &parent, attempt, control).await {
                End::Answered(answer) => return Some(answer),
                End::ShowAgain => {}
                End::GivenUp => return None,
            }
        }
        None
    })
}

/// How one showing of a dialog ended.
enum End {
    Answered(Answer),
    ShowAgain,
    GivenUp,
}

/// What happens while a dialog is open.
enum Event {
    Message(zbus::Result<Message>),
    BusEnded,
    ShowAgain,
    GivenUp,
}

struct Portal {
    connection: Connection,
}

impl Portal {
    async fn connect() -> zbus::Result<Self> {
        let connection = Connection::session().await?;
        let rules = [
            format!("type='signal',interface='{REQUEST}',member='Response'"),
            format!("type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{PORTAL}'"),
            format!("type='signal',sender='{BUS}',member='NameOwnerChanged',arg0namespace='{BACKENDS}'"),
        ];
        for rule in &rules {
            connection.call_method(Some(BUS), BUS_PATH, Some(BUS), "AddMatch", rule).await?;
        }
        Ok(Self { connection })
    }

    async fn ask(&self, ask: &Ask, parent: &Parent, attempt: u32, control: &Receiver<ShowAgain>) -> End {
        let since = Instant::now();
        let token = format!("landtag_annotator_{attempt}");
        let Some(expected) = self.request_path(&token) else { return End::Answered(Answer::Unavailable) };
        // One stream for everything keeps the order in which things happened. It begins before the question.
        let messages = MessageStream::from(&self.connection).map(Event::Message);
        let messages = messages.chain(futures_lite::stream::once(Event::BusEnded));
        let controls = futures_lite::stream::unfold(control.clone(), |control| async move {
            match control.recv().await {
                Ok(ShowAgain) => Some((Event::ShowAgain, control)),
                Err(_) => {
                    // The end is told once; the dialog is closed then, and the stream is not asked again.
                    Some((Event::GivenUp, control))
                }
            }
        });
        let mut events = std::pin::pin!(futures_lite::stream::or(controls, messages));

        let (method, options) = question(ask, &token);
        let body = (parent.0.as_str(), title(ask), options);
        let call = self.connection.call_method(Some(PORTAL), PORTAL_PATH, Some(FILE_CHOOSER), method, &body);
        let confirmed = within(CONFIRMED_WITHIN, call).await;
        let Some(Ok(confirmation)) = confirmed else {
            // It may be slow and not silent: then its dialog must not come up after the window gave up on it.
            self.close(&expected).await;
            return End::Answered(Answer::Unavailable);
        };
        // Portals from before 2018 choose a path of their own.
        let request = confirmation.body().deserialize::<OwnedObjectPath>().unwrap_or(expected);

        let mut backend_ended = false;
        while let Some(event) = events.next().await {
            let message = match event {
                Event::Message(Ok(message)) => message,
                Event::Message(Err(_)) | Event::BusEnded => break,
                Event::ShowAgain => {
                    self.close(&request).await;
                    return End::ShowAgain;
                }
                Event::GivenUp => {
                    self.close(&request).await;
                    return End::GivenUp;
                }
            };
            match News::of(&message, &request) {
                Some(News::Response(response)) => {
                    return End::Answered(response.answer(since.elapsed(), backend_ended));
                }
                Some(News::PortalEnded) => {
                    self.close_orphan(&request).await;
                    break;
                }
                Some(News::BackendEnded) => backend_ended = true,
                None => {}
            }
        }
        End::Answered(Answer::Lost)
    }

    /// Where the portal will answer a question with this token.
    fn request_path(&self, token: &str) -> Option<OwnedObjectPath> {
        let sender = self.connection.unique_name()?.trim_start_matches(':').replace('.', "_");
        ObjectPath::try_from(format!("{PORTAL_PATH}/request/{sender}/{token}")).ok().map(Into::into)
    }

    /// Closes a dialog.
    async fn close(&self, request: &OwnedObjectPath) {
        self.send_close(PORTAL, REQUEST, request).await;
    }

    /// Closes a dialog whose portal has ended. The program that draws it lives on and would take an answer that
    /// reaches nobody. Its requests have the same paths.
    async fn close_orphan(&self, request: &OwnedObjectPath) {
        let names = self.connection.call_method(Some(BUS), BUS_PATH, Some(BUS), "ListNames", &());
        let Some(Ok(names)) = within(CONFIRMED_WITHIN, names).await else { return };
        let names: Vec<String> = names.body().deserialize().unwrap_or_default();
        for backend in names.iter().filter(|name| name.starts_with(BACKENDS)) {
            self.send_close(backend, BACKEND_REQUEST, request).await;
        }
    }

    /// Waits for no answer: who is asked may not be able to give one.
    async fn send_close(&self, to: &str, interface: &str, request: &OwnedObjectPath) {
        let message = Message::method_call(request, "Close")
            .and_then(|message| message.destination(to))
            .and_then(|message| message.interface(interface))
            .and_then(|message| message.with_flags(Flags::NoReplyExpected))
            .and_then(|message| message.build(&()));
        if let Ok(message) = message {
            // Where the bus is gone, the dialog is gone as well.
            let _ = within(CONFIRMED_WITHIN, self.connection.send(&message)).await;
        }
    }
}

/// What comes of a future within a time; `None` when the time is over.
async fn within<T>(limit: Duration, future: impl Future<Output = T>) -> Option<T> {
    let too_late = async {
        async_io::Timer::after(limit).await;
        None
    };
    async { Some(future.await) }.or(too_late).await
}

/// A message that concerns an open dialog.
#[derive(PartialEq, Eq, Debug)]
enum News {
    Response(Response),
    PortalEnded,
    BackendEnded,
}

impl News {
    fn of(message: &Message, request: &OwnedObjectPath) -> Option<Self> {
        let header = message.header();
        let (interface, member) = (header.interface()?.as_str(), header.member()?.as_str());
        let body = message.body();
        match (interface, member) {
            (REQUEST, "Response") if header.path()?.as_str() == request.as_str() => {
                let (code, results): (u32, HashMap<String, OwnedValue>) = body.deserialize().ok()?;
                let uris = results.get("uris").and_then(|uris| uris.try_clone().ok());
                let uris = uris.and_then(|uris| Vec::<String>::try_from(uris).ok()).unwrap_or_default();
                Some(Self::Response(Response { code, uris }))
            }
            (BUS, "NameOwnerChanged") => {
                let (name, old, new): (String, String, String) = body.deserialize().ok()?;
                owner_changed(&name, &old, &new)
            }
            _ => None,
        }
    }
}

/// A portal that was started for the question had no owner before. One that was replaced knows nothing of it.
fn owner_changed(name: &str, old: &str, new: &str) -> Option<News> {
    if name == PORTAL && !old.is_empty() {
        Some(News::PortalEnded)
    } else if name.starts_with(BACKENDS) && !old.is_empty() && new.is_empty() {
        Some(News::BackendEnded)
    } else {
        None
    }
}

/// How the portal says that a dialog has ended.
#[derive(PartialEq, Eq, Debug)]
struct Response {
    code: u32,
    uris: Vec<String>,
}

impl Response {
    fn answer(&self, after: Duration, backend_ended: bool) -> Answer {
        match self.code {
            0 => {
                let paths: Vec<PathBuf> = self.uris.iter().filter_map(|uri| path_from_uri(uri)).collect();
                if paths.is_empty() { Answer::Cancelled } else { Answer::Chosen(paths) }
            }
            1 => Answer::Cancelled,
            // "Ended in some other way": closed by Esc or by its title bar, or there was nothing that could show it.
            _ if backend_ended => Answer::Lost,
            _ if after < FASTER_THAN_PEOPLE => Answer::Unavailable,
            _ => Answer::Cancelled,
        }
    }
}

fn title(ask: &Ask) -> &str {
    match ask {
        Ask::Open { title, .. } | Ask::Folder { title, .. } | Ask::Save { title, .. } => title,
    }
}

/// The method that asks, and what it is given.
fn question<'a>(ask: &'a Ask, token: &'a str) -> (&'static str, HashMap<&'static str, Value<'a>>) {
    let mut options = HashMap::from([("handle_token", Value::from(token)), ("modal", Value::from(true))]);
    let (method, folder) = match ask {
        Ask::Open { filters, folder, several, .. } => {
            options.insert("multiple", Value::from(*several));
            options.insert("filters", filters_value(filters));
            ("OpenFile", folder)
        }
        Ask::Folder { folder, .. } => {
            options.insert("directory", Value::from(true));
            options.insert("multiple", Value::from(true));
            ("OpenFile", folder)
        }
        Ask::Save { name, filters, folder, .. } => {
            options.insert("current_name", Value::from(name.as_str()));
            options.insert("filters", filters_value(filters));
            ("SaveFile", folder)
        }
    };
    if let Some(folder) = folder {
        options.insert("current_folder", Value::from(bytes_with_nul(folder)));
    }
    (method, options)
}

fn filters_value(filters: &[FileFilter]) -> Value<'static> {
    let filters: Vec<(String, Vec<(u32, String)>)> = filters
        .iter()
        .map(|filter| (filter.name.clone(), globs(filter).into_iter().map(|glob| (0, glob)).collect()))
        .collect();
    Value::from(filters)
}

/// The patterns of a filter. Portals tell small from capital letters, so each letter stands for both.
fn globs(filter: &FileFilter) -> Vec<String> {
    if filter.endings.is_empty() {
        return vec!["*".to_owned()];
    }
    let both = |c: char| match c {
        c if c.is_ascii_alphabetic() => format!("[{}{}]", c.to_ascii_lowercase(), c.to_ascii_uppercase()),
        c => c.to_string(),
    };
    filter
        .endings
        .iter()
        .map(|ending| format!("*.{}", ending.chars().map(both).collect::<String>()))
        .collect()
}

/// Paths travel as bytes that end with a zero.
fn bytes_with_nul(path: &Path) -> Vec<u8> {
    let mut bytes = path.as_os_str().as_bytes().to_vec();
    bytes.push(0);
    bytes
}

/// The file that a `file://` address names, with whatever bytes its name has.
fn path_from_uri(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let coded = rest.strip_prefix("localhost").unwrap_or(rest);
    let mut bytes = Vec::with_capacity(coded.len());
    let mut left = coded.bytes();
    while let Some(byte) = left.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
            let value = digit(left.next())? * 16 + digit(left.next())?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    bytes.starts_with(b"/").then(|| PathBuf::from(OsString::from_vec(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(endings: &[&str]) -> FileFilter {
        FileFilter {
            name: "PDF".to_owned(),
            endings: endings.iter().map(|ending| (*ending).to_owned()).collect(),
        }
    }

    #[test]
    fn capital_endings_are_listed() {
        assert_eq!(globs(&filter(&["pdf", "q1"])), ["*.[pP][dD][fF]", "*.[qQ]1"]);
        assert_eq!(globs(&filter(&[])), ["*"]);
    }

    #[test]
    fn addresses_name_files() {
        let path = |uri| path_from_uri(uri).map(|path| path.into_os_string().into_vec());
        assert_eq!(path("file:///a/100%25%20neu%20%231.txt"), Some(b"/a/100% neu #1.txt".to_vec()));
        assert_eq!(path("file:///a/%fc.txt"), Some(b"/a/\xfc.txt".to_vec()));
        assert_eq!(path("file://localhost/a"), Some(b"/a".to_vec()));
        for broken in
            ["", "file://", "file:///a%", "file:///a%4", "file:///a%zz", "file://other/a", "https://a/b"]
        {
            assert_eq!(path(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_portal_that_ended_is_told_from_one_that_was_started() {
        assert_eq!(owner_changed(PORTAL, "", ":1.7"), None);
        assert_eq!(owner_changed(PORTAL, ":1.7", ""), Some(News::PortalEnded));
        assert_eq!(owner_changed(PORTAL, ":1.7", ":1.9"), Some(News::PortalEnded));
        assert_eq!(owner_changed(&format!("{BACKENDS}.gtk"), ":1.8", ""), Some(News::BackendEnded));
        assert_eq!(owner_changed("org.example.Other", ":1.8", ""), None);
    }

    #[test]
    fn the_end_of_a_dialog_is_told_apart() {
        let answer = |code, uris: &[&str], millis, backend_ended| {
            let uris = uris.iter().map(|uri| (*uri).to_owned()).collect();
            Response { code, uris }.answer(Duration::from_millis(millis), backend_ended)
        };
        assert_eq!(answer(0, &["file:///a.ron"], 10, false), Answer::Chosen(vec!["/a.ron".into()]));
        assert_eq!(answer(0, &["https://a"], 10_000, false), Answer::Cancelled);
        assert_eq!(answer(1, &[], 10, false), Answer::Cancelled);
        assert_eq!(answer(2, &[], 10, false), Answer::Unavailable);
        assert_eq!(answer(2, &[], 10_000, false), Answer::Cancelled);
        assert_eq!(answer(2, &[], 10_000, true), Answer::Lost);
    }
}
