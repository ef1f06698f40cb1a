//! Every key, once. No key means two things; a test holds that.
//!
//! Only unshifted keys, letters, F keys and Ctrl: on the German layout `AltGr` makes characters, and
//! Ctrl+Alt is `AltGr` on some systems. Digits are told by their place on the keyboard, because Shift
//! turns them into other characters. The keypad's digits are digits while they write digits (`NumLock`).

use std::sync::LazyLock;

use egui::{Event, Key, Modifiers};

use super::command::Command;
use super::cx::View;
use super::held_keys::HeldKeys;
use super::lang::Words;
use crate::model::edits::evidence::PassageEnd;

/// A key with what is held down beside it. `ctrl` is Cmd on a Mac.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct KeyPress {
    pub key: Key,
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
}

/// When a key is heard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Always.
    Everywhere,
    /// With a project open and no text field, menu or question in the way.
    Coding,
    /// While the outline is corrected, in place of [`Scope::Coding`]: the two are never heard together.
    Outline,
    /// In both.
    Reading,
    /// In the ledger, in place of all of these.
    Ledger,
    /// In the comparison, likewise.
    Compare,
}

/// One entry of the table.
#[derive(Clone, Debug)]
pub struct Shortcut {
    pub press: KeyPress,
    pub scope: Scope,
    pub command: Command,
}

const fn plain(key: Key) -> KeyPress {
    KeyPress { key, ctrl: false, shift: false, alt: false }
}

const fn shift(key: Key) -> KeyPress {
    KeyPress { key, ctrl: false, shift: true, alt: false }
}

const fn ctrl(key: Key) -> KeyPress {
    KeyPress { key, ctrl: true, shift: false, alt: false }
}

const fn ctrl_shift(key: Key) -> KeyPress {
    KeyPress { key, ctrl: true, shift: true, alt: false }
}

const fn alt(key: Key) -> KeyPress {
    KeyPress { key, ctrl: false, shift: false, alt: true }
}

const fn alt_shift(key: Key) -> KeyPress {
    KeyPress { key, ctrl: false, shift: true, alt: true }
}

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// All shortcuts, in the order in which the list of keys shows them.
pub static SHORTCUTS: LazyLock<Vec<Shortcut>> = LazyLock::new(|| {
    use Command as C;
    use Scope::{Coding, Compare, Everywhere, Ledger, Outline, Reading};
    let mut table = Vec::new();
    let mut add = |scope: Scope, press: KeyPress, command: Command| {
        table.push(Shortcut { press, scope, command });
    };
    for (digit, key) in DIGITS.into_iter().enumerate() {
        add(Coding, plain(key), C::Tag(digit + 1));
    }
    for (digit, key) in DIGITS.into_iter().enumerate() {
        add(Coding, shift(key), C::TagAll(digit + 1));
    }
    add(Coding, plain(Key::Num0), C::Clear);
    add(Coding, shift(Key::Num0), C::ClearAll);
    add(Reading, plain(Key::ArrowRight), C::NextQuestion);
    add(Reading, plain(Key::ArrowLeft), C::PreviousQuestion);
    add(Coding, plain(Key::Enter), C::Enter);
    add(Reading, ctrl(Key::ArrowRight), C::NextAnswer);
    add(Reading, ctrl(Key::ArrowLeft), C::PreviousAnswer);
    add(Coding, plain(Key::O), C::NextOpen);
    add(Coding, shift(Key::O), C::PreviousOpen);
    add(Coding, plain(Key::B), C::Evidence);
    add(Coding, shift(Key::B), C::EvidenceForAll);
    add(Coding, plain(Key::Delete), C::DropChosenEvidence);
    add(Coding, alt(Key::ArrowRight), C::PushEvidence(PassageEnd::End, true));
    add(Coding, alt(Key::ArrowLeft), C::PushEvidence(PassageEnd::End, false));
    add(Coding, alt_shift(Key::ArrowRight), C::PushEvidence(PassageEnd::Start, true));
    add(Coding, alt_shift(Key::ArrowLeft), C::PushEvidence(PassageEnd::Start, false));
    add(Coding, plain(Key::F), C::Facets);
    add(Coding, plain(Key::G), C::AskedFor);
    add(Coding, plain(Key::M), C::EditMemo);
    add(Coding, plain(Key::S), C::Later);
    add(Coding, plain(Key::ArrowDown), C::ScrollDown);
    add(Coding, plain(Key::ArrowUp), C::ScrollUp);
    add(Reading, plain(Key::Space), C::PageDown);
    add(Reading, shift(Key::Space), C::PageUp);
    add(Reading, plain(Key::PageDown), C::PageDown);
    add(Reading, plain(Key::PageUp), C::PageUp);
    add(Reading, plain(Key::Home), C::Top);
    add(Reading, plain(Key::End), C::Bottom);
    add(Reading, plain(Key::Period), C::NextSentence);
    add(Reading, plain(Key::Comma), C::PreviousSentence);
    add(Reading, shift(Key::Period), C::ExtendNextSentence);
    add(Reading, shift(Key::Comma), C::ExtendPreviousSentence);
    add(Reading, plain(Key::C), C::Caret);
    add(Coding, plain(Key::Z), C::Fold);
    add(Coding, shift(Key::Z), C::FoldFinished);
    add(Coding, plain(Key::T), C::Cues);
    add(Reading, plain(Key::P), C::NextDoubt);
    add(Everywhere, plain(Key::F4), C::OutlineMode);
    add(Outline, plain(Key::ArrowDown), C::NextPart);
    add(Outline, plain(Key::ArrowUp), C::PreviousPart);
    add(Outline, plain(Key::Enter), C::SplitPart);
    add(Outline, plain(Key::Backspace), C::JoinPart);
    add(Outline, plain(Key::Q), C::MarkQuestion);
    add(Outline, plain(Key::A), C::MarkAnswer);
    add(Outline, plain(Key::H), C::MarkJoint);
    add(Outline, plain(Key::V), C::MarkRemark);
    add(Outline, shift(Key::V), C::MarkGovernmentRemark);
    add(Outline, plain(Key::R), C::MarkRest);
    add(Outline, plain(Key::F2), C::Renumber);
    add(Outline, alt(Key::ArrowUp), C::BorderUp);
    add(Outline, alt(Key::ArrowDown), C::BorderDown);
    add(Outline, alt_shift(Key::ArrowUp), C::BorderWordUp);
    add(Outline, alt_shift(Key::ArrowDown), C::BorderWordDown);
    add(Ledger, plain(Key::ArrowDown), C::NextPromise);
    add(Ledger, plain(Key::ArrowUp), C::PreviousPromise);
    add(Ledger, plain(Key::Enter), C::OpenPromise);
    add(Ledger, plain(Key::D), C::PromiseDate);
    add(Ledger, plain(Key::V), C::LinkLater);
    add(Ledger, plain(Key::X), C::AnsweredLater);
    add(Compare, plain(Key::ArrowRight), C::NextCase);
    add(Compare, plain(Key::ArrowLeft), C::PreviousCase);
    add(Compare, plain(Key::O), C::NextUndecided);
    add(Compare, shift(Key::O), C::PreviousUndecided);
    for (digit, key) in DIGITS.into_iter().enumerate() {
        add(Compare, plain(key), C::DecideTag(digit + 1));
    }
    add(Compare, plain(Key::Tab), C::CaseReason);
    // Heard in the reason, too.
    add(Everywhere, ctrl(Key::Enter), C::Decide);
    add(Everywhere, ctrl(Key::Z), C::Undo);
    add(Everywhere, ctrl(Key::Y), C::Redo);
    add(Everywhere, ctrl_shift(Key::Z), C::Redo);
    add(Everywhere, ctrl(Key::O), C::Open);
    add(Everywhere, ctrl(Key::I), C::AddDocuments);
    add(Everywhere, ctrl(Key::S), C::Save);
    add(Everywhere, ctrl_shift(Key::S), C::SaveAs);
    add(Everywhere, ctrl(Key::E), C::Export);
    add(Everywhere, ctrl(Key::N), C::NewProject);
    add(Everywhere, ctrl(Key::W), C::CloseProject);
    add(Everywhere, ctrl(Key::Q), C::Quit);
    add(Everywhere, ctrl(Key::K), C::Palette);
    add(Everywhere, ctrl(Key::G), C::GoTo);
    add(Everywhere, ctrl(Key::F), C::Find);
    add(Everywhere, ctrl_shift(Key::F), C::FindInProject);
    add(Everywhere, plain(Key::F3), C::NextHit);
    add(Everywhere, shift(Key::F3), C::PreviousHit);
    add(Everywhere, ctrl(Key::Num1), C::GoView(View::Coding));
    add(Everywhere, ctrl(Key::Num2), C::GoView(View::Ledger));
    add(Everywhere, ctrl(Key::Num3), C::GoView(View::Overview));
    add(Everywhere, ctrl(Key::Num4), C::GoView(View::Compare));
    add(Everywhere, ctrl(Key::Num5), C::GoView(View::Codebook));
    add(Everywhere, ctrl(Key::Num6), C::GoView(View::Review));
    add(Everywhere, ctrl(Key::T), C::Team);
    add(Everywhere, ctrl(Key::L), C::List);
    add(Everywhere, ctrl_shift(Key::L), C::Pane);
    add(Everywhere, ctrl(Key::Comma), C::Settings);
    add(Everywhere, ctrl(Key::PageDown), C::NextDocument);
    add(Everywhere, ctrl(Key::PageUp), C::PreviousDocument);
    add(Everywhere, ctrl(Key::Plus), C::Larger);
    add(Everywhere, ctrl(Key::Equals), C::Larger);
    add(Everywhere, ctrl(Key::Minus), C::Smaller);
    add(Everywhere, ctrl(Key::Num0), C::UsualSize);
    add(Everywhere, plain(Key::F1), C::Definition);
    add(Everywhere, shift(Key::F1), C::Keys);
    add(Everywhere, plain(Key::F6), C::NextRegion);
    add(Everywhere, shift(Key::F6), C::PreviousRegion);
    add(Everywhere, plain(Key::F11), C::FullScreen);
    add(Everywhere, plain(Key::Escape), C::Escape);
    table
});

/// What stands in the way of single keys.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own with two answers")]
pub struct Heard {
    /// Commands of [`Scope::Coding`] are heard, or those of [`Scope::Outline`].
    pub coding: bool,
    /// The outline is being corrected.
    pub outline: bool,
    /// The ledger is shown.
    pub ledger: bool,
    /// The comparison is shown.
    pub compare: bool,
    /// A control has the focus: it takes the space bar and Enter first.
    pub control_focused: bool,
    /// Letters and digits without Ctrl are commands.
    pub single_keys: bool,
    /// A caret stands in the text: arrows, Home and End are its.
    pub caret: bool,
}

/// Takes the commands that were typed out of the input, so that nothing else reacts to the same key.
pub fn take(ctx: &egui::Context, heard: Heard) -> Vec<Command> {
    let mut commands = Vec::new();
    ctx.input_mut(|input| {
        let mut held = HeldKeys::at_start_of(input);
        let events = std::mem::take(&mut input.events);
        let mut next = events.iter().skip(1);
        let is_typed: Vec<bool> = events
            .iter()
            .map(|event| {
                let writes = matches!(next.next(), Some(Event::Text(_)));
                if *event == Event::WindowFocused(false) {
                    // Nobody tells the window of what is let go while it is away.
                    held = HeldKeys::default();
                }
                let Event::Key { key, physical_key, pressed, modifiers, .. } = event else { return false };
                held.note(*key, *pressed);
                let makes_characters = held.make_characters(*modifiers);
                if !pressed
                    || makes_characters
                    || is_middle_of_keypad(*key, *physical_key, *modifiers, writes)
                {
                    return false;
                }
                let command = command_of(*key, *physical_key, *modifiers, heard);
                let found = command.is_some();
                commands.extend(command);
                found
            })
            .collect();
        let mut is_typed = is_typed.into_iter();
        input.events = events;
        input.events.retain(|_| !is_typed.next().unwrap_or(false));
    });
    commands
}

/// The 5 of the keypad without `NumLock`. X11 has no name for it that winit knows, so it arrives as the digit of
/// its place; all that tells it from a digit is that it writes nothing.
fn is_middle_of_keypad(key: Key, physical: Option<Key>, modifiers: Modifiers, writes: bool) -> bool {
    key == Key::Num5 && physical == Some(Key::Num5) && modifiers.is_none() && !writes
}

/// What the keys of the keypad mean without `NumLock`: their places are those of digits all the same.
fn is_keypad_without_num_lock(key: Key) -> bool {
    moves_a_caret(key) || matches!(key, Key::PageDown | Key::PageUp | Key::Insert | Key::Delete | Key::Clear)
}

fn command_of(key: Key, physical: Option<Key>, modifiers: Modifiers, heard: Heard) -> Option<Command> {
    // Ctrl and Alt together are `AltGr` on some systems: a character is being typed.
    if modifiers.alt && (modifiers.ctrl || modifiers.command) {
        return None;
    }
    let press = |key| KeyPress { key, ctrl: modifiers.command, shift: modifiers.shift, alt: modifiers.alt };
    let shifts = |physical: &Key| match physical {
        // With Shift these become other characters, which ones depends on the layout.
        Key::Period | Key::Comma => modifiers.shift && matches!(key, Key::Colon | Key::Semicolon),
        physical => (*physical == Key::Num0 || DIGITS.contains(physical)) && !is_keypad_without_num_lock(key),
    };
    let found = physical
        .filter(shifts)
        .and_then(|physical| find(press(physical), heard))
        .or_else(|| find(press(key), heard))
        // Shift may be part of typing a plus sign.
        .or_else(|| {
            (key == Key::Plus).then(|| find(KeyPress { shift: false, ..press(key) }, heard)).flatten()
        })?;
    Some(found.command.clone())
}

fn find(press: KeyPress, heard: Heard) -> Option<&'static Shortcut> {
    SHORTCUTS.iter().find(|shortcut| shortcut.press == press && is_heard(shortcut, heard))
}

fn is_heard(shortcut: &Shortcut, heard: Heard) -> bool {
    let elsewhere = heard.ledger || heard.compare;
    let in_mode = match shortcut.scope {
        Scope::Everywhere => return true,
        Scope::Reading => !elsewhere,
        Scope::Coding => !elsewhere && !heard.outline,
        Scope::Outline => !elsewhere && heard.outline,
        Scope::Ledger => heard.ledger,
        Scope::Compare => heard.compare,
    };
    let press = shortcut.press;
    // A focused control takes these first.
    let taken = heard.control_focused && matches!(press.key, Key::Space | Key::Enter | Key::Tab);
    let carets = heard.caret && moves_a_caret(press.key) && !press.alt;
    heard.coding && in_mode && !taken && !carets && (heard.single_keys || !is_single(press))
}

fn moves_a_caret(key: Key) -> bool {
    let arrow = matches!(key, Key::ArrowDown | Key::ArrowUp | Key::ArrowLeft | Key::ArrowRight);
    arrow || matches!(key, Key::Home | Key::End)
}

/// A letter, digit or punctuation mark without Ctrl: what may disturb people who dictate.
fn is_single(press: KeyPress) -> bool {
    let named = moves_a_caret(press.key)
        || matches!(
            press.key,
            Key::Enter
                | Key::Space
                | Key::Tab
                | Key::PageDown
                | Key::PageUp
                | Key::Backspace
                | Key::Delete
                | Key::F2
        );
    !press.ctrl && !press.alt && !named
}

/// Whether a command acts on the paper or its questions: its keys are heard only where these are in view.
#[must_use]
pub fn is_about_paper(command: &Command) -> bool {
    let on_paper = |scope| matches!(scope, Scope::Coding | Scope::Outline | Scope::Reading);
    *command == Command::OutlineMode
        || SHORTCUTS.iter().any(|shortcut| on_paper(shortcut.scope) && shortcut.command == *command)
}

/// The key of a command as it is shown, from the actual table: `Strg ⇧ Z`.
#[must_use]
pub fn shown(command: &Command, words: &Words) -> Option<String> {
    SHORTCUTS
        .iter()
        .find(|shortcut| shortcut.command == *command)
        .map(|shortcut| shown_press(shortcut.press, words))
}

/// A key press as it is shown.
#[must_use]
pub fn shown_press(press: KeyPress, words: &Words) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if press.ctrl {
        parts.push(words.key_ctrl);
    }
    if press.alt {
        parts.push("Alt");
    }
    if press.shift {
        parts.push("⇧");
    }
    parts.push(match press.key {
        Key::ArrowRight => "→",
        Key::ArrowLeft => "←",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Enter => words.key_enter,
        Key::Space => words.key_space,
        Key::PageDown => words.key_page_down,
        Key::PageUp => words.key_page_up,
        Key::Home => words.key_home,
        Key::End => words.key_end,
        Key::Escape => "Esc",
        Key::Tab => "Tab",
        Key::Backspace => "⌫",
        Key::Delete => words.key_delete,
        Key::Period => ".",
        Key::Comma => ",",
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Equals => "=",
        other => other.symbol_or_name(),
    });
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Heard = Heard {
        coding: true,
        outline: false,
        ledger: false,
        compare: false,
        control_focused: false,
        single_keys: true,
        caret: false,
    };

    #[test]
    fn no_key_means_two_things() {
        for (nth, shortcut) in SHORTCUTS.iter().enumerate() {
            // What is heard while rating is not heard while the outline is corrected.
            let apart = |other: &Shortcut| {
                matches!(
                    (shortcut.scope, other.scope),
                    (Scope::Coding, Scope::Outline)
                        | (Scope::Outline, Scope::Coding)
                        | (Scope::Ledger, Scope::Coding | Scope::Outline | Scope::Reading | Scope::Compare)
                        | (Scope::Coding | Scope::Outline | Scope::Reading | Scope::Compare, Scope::Ledger)
                        | (Scope::Compare, Scope::Coding | Scope::Outline | Scope::Reading)
                        | (Scope::Coding | Scope::Outline | Scope::Reading, Scope::Compare)
                )
            };
            let twin =
                SHORTCUTS[nth + 1..].iter().find(|other| other.press == shortcut.press && !apart(other));
            assert!(twin.is_none(), "{:?} is {:?} and {:?}", shortcut.press, shortcut.command, twin);
        }
    }

    #[test]
    fn each_mode_has_its_keys() {
        let outline = Heard { outline: true, ..ALL };
        assert_eq!(command_of(Key::Enter, None, Modifiers::NONE, ALL), Some(Command::Enter));
        assert_eq!(command_of(Key::Enter, None, Modifiers::NONE, outline), Some(Command::SplitPart));
        assert_eq!(command_of(Key::Num1, None, Modifiers::NONE, outline), None);
        assert_eq!(command_of(Key::Q, None, Modifiers::NONE, ALL), None);
        assert_eq!(command_of(Key::ArrowUp, None, Modifiers::ALT, outline), Some(Command::BorderUp));
        assert_eq!(command_of(Key::ArrowUp, None, Modifiers::ALT, ALL), None);
        let alt_gr = Modifiers { alt: true, ctrl: true, command: true, ..Modifiers::NONE };
        assert_eq!(command_of(Key::Q, None, alt_gr, outline), None, "on the German keyboard that is @");
        let caret = Heard { caret: true, ..outline };
        assert_eq!(command_of(Key::ArrowUp, None, Modifiers::ALT, caret), Some(Command::BorderUp));
        assert_eq!(command_of(Key::ArrowUp, None, Modifiers::NONE, caret), None);
        for heard in [ALL, outline] {
            assert_eq!(command_of(Key::P, None, Modifiers::NONE, heard), Some(Command::NextDoubt));
        }
    }

    #[test]
    fn shifted_digits_are_told_by_their_place() {
        let shifted = Modifiers { shift: true, ..Modifiers::NONE };
        let found = command_of(Key::Exclamationmark, Some(Key::Num1), shifted, ALL);
        assert_eq!(found, Some(Command::TagAll(1)));
        assert_eq!(command_of(Key::Num3, None, Modifiers::NONE, ALL), Some(Command::Tag(3)));
        // On the German layout Shift makes a colon and a semicolon of them.
        let next = command_of(Key::Colon, Some(Key::Period), shifted, ALL);
        assert_eq!(next, Some(Command::ExtendNextSentence));
        let previous = command_of(Key::Semicolon, Some(Key::Comma), shifted, ALL);
        assert_eq!(previous, Some(Command::ExtendPreviousSentence));
    }

    /// What is heard of these events when each list is one frame.
    fn typed(frames: &[&[Event]]) -> Vec<Command> {
        let ctx = egui::Context::default();
        let mut commands = Vec::new();
        for events in frames {
            let input = egui::RawInput { events: events.to_vec(), ..egui::RawInput::default() };
            let mut output = ctx.run_ui(input, |ui| commands.extend(take(ui.ctx(), ALL)));
            // Nothing is drawn.
            output.textures_delta.clear();
        }
        commands
    }

    fn event(key: Key, physical: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(physical), pressed, repeat: false, modifiers }
    }

    fn down(key: Key) -> Event {
        event(key, key, true, Modifiers::NONE)
    }

    fn up(key: Key) -> Event {
        event(key, key, false, Modifiers::NONE)
    }

    fn text(written: &str) -> Event {
        Event::Text(written.to_owned())
    }

    #[test]
    fn the_keypad_tags_only_while_it_writes_digits() {
        let keypad = |key, physical| event(key, physical, true, Modifiers::NONE);
        assert_eq!(typed(&[&[down(Key::Num1), text("1")]]), [Command::Tag(1)], "with NumLock");
        assert_eq!(typed(&[&[down(Key::Num5), text("5")]]), [Command::Tag(5)], "with NumLock");
        assert_eq!(typed(&[&[keypad(Key::End, Key::Num1)]]), [Command::Bottom]);
        assert_eq!(typed(&[&[keypad(Key::Home, Key::Num7)]]), [Command::Top]);
        assert_eq!(typed(&[&[keypad(Key::ArrowRight, Key::Num6)]]), [Command::NextQuestion]);
        assert_eq!(typed(&[&[keypad(Key::PageDown, Key::Num3)]]), [Command::PageDown]);
        assert_eq!(typed(&[&[keypad(Key::Insert, Key::Num0)]]), []);
        assert_eq!(typed(&[&[keypad(Key::Clear, Key::Num5)]]), [], "on Windows");
        assert_eq!(typed(&[&[keypad(Key::Num5, Key::Num5)]]), [], "on X11");
        // With Shift the system turns the keypad round.
        let shifted = event(Key::End, Key::Num1, true, Modifiers::SHIFT);
        assert_eq!(typed(&[&[shifted]]), []);
    }

    #[test]
    fn alt_gr_and_super_never_tag() {
        for held in [Key::AltRight, Key::SuperLeft, Key::SuperRight] {
            let one = [down(Key::Num1), text("¹"), up(Key::Num1)];
            // Frame by frame, and everything within one.
            assert_eq!(typed(&[&[down(held)], &one, &[up(held)]]), [], "{held:?}");
            let all = [&[down(held)][..], &one, &[up(held)]].concat();
            assert_eq!(typed(&[&all]), [], "{held:?}");
            assert_eq!(typed(&[&[down(held)], &[up(held), down(Key::Num1)]]), [Command::Tag(1)], "{held:?}");
            assert_eq!(typed(&[&[down(Key::Num1), down(held)]]), [Command::Tag(1)], "{held:?}");
            // The window lost the focus, and never hears of the release.
            let away = Event::WindowFocused(false);
            assert_eq!(typed(&[&[down(held)], &[away], &[down(Key::Num1)]]), [Command::Tag(1)], "{held:?}");
            assert_eq!(typed(&[&[down(held)], &[down(Key::Space), text(" ")]]), [], "{held:?}");
        }
        // The right Alt of a layout without `AltGr` is an Alt.
        let push = event(Key::ArrowRight, Key::ArrowRight, true, Modifiers::ALT);
        let pushed = [Command::PushEvidence(PassageEnd::End, true)];
        assert_eq!(typed(&[&[down(Key::AltRight)], &[push]]), pushed);
        // Cmd of a Mac.
        let mac = Modifiers { mac_cmd: true, command: true, ..Modifiers::NONE };
        let save = event(Key::S, Key::S, true, mac);
        assert_eq!(typed(&[&[down(Key::SuperLeft)], &[save]]), [Command::Save]);
    }

    #[test]
    fn a_text_field_keeps_its_letters_and_a_button_its_space_bar() {
        let text = Heard { coding: false, ..ALL };
        assert_eq!(command_of(Key::B, None, Modifiers::NONE, text), None);
        assert_eq!(command_of(Key::S, None, Modifiers::COMMAND, text), Some(Command::Save));
        let button = Heard { control_focused: true, ..ALL };
        assert_eq!(command_of(Key::Space, None, Modifiers::NONE, button), None);
        assert_eq!(command_of(Key::Num1, None, Modifiers::NONE, button), Some(Command::Tag(1)));
        let caret = Heard { caret: true, ..ALL };
        assert_eq!(command_of(Key::ArrowRight, None, Modifiers::NONE, caret), None);
        let spoken = Heard { single_keys: false, ..ALL };
        assert_eq!(command_of(Key::Num1, None, Modifiers::NONE, spoken), None);
        assert_eq!(command_of(Key::ArrowRight, None, Modifiers::NONE, spoken), Some(Command::NextQuestion));
    }
}
