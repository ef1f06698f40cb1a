//! `AltGr` and Super: held while other keys are pressed, and not among the modifiers that the toolkit tells.

use egui::{Event, Key, Modifiers};

/// Keys held down that `Modifiers` does not tell of: `AltGr` on X11, Wayland and Windows, and Super everywhere but
/// on a Mac.
#[derive(Default)]
pub(super) struct HeldKeys {
    alt_right: bool,
    super_left: bool,
    super_right: bool,
}

impl HeldKeys {
    /// What was held when the frame began: `keys_down` is the state at its end, after all its events.
    pub fn at_start_of(input: &egui::InputState) -> Self {
        let held = |wanted: Key| {
            let first = input.events.iter().find_map(|event| match event {
                Event::Key { key, pressed, repeat, .. } if *key == wanted => Some(!pressed || *repeat),
                _ => None,
            });
            first.unwrap_or_else(|| input.keys_down.contains(&wanted))
        };
        Self {
            alt_right: held(Key::AltRight),
            super_left: held(Key::SuperLeft),
            super_right: held(Key::SuperRight),
        }
    }

    pub fn note(&mut self, key: Key, is_down: bool) {
        match key {
            Key::AltRight => self.alt_right = is_down,
            Key::SuperLeft => self.super_left = is_down,
            Key::SuperRight => self.super_right = is_down,
            _ => {}
        }
    }

    /// Whether a key pressed now types a character of the third level, or belongs to the desktop.
    pub fn make_characters(&self, modifiers: Modifiers) -> bool {
        // On layouts without `AltGr` the right Alt is an Alt, which the modifiers tell.
        let alt_gr = self.alt_right && !modifiers.alt;
        // On a Mac, Super is Cmd.
        let is_super = (self.super_left || self.super_right) && !modifiers.mac_cmd;
        alt_gr || is_super
    }
}
