//! Where the window stands on the screen: remembered between starts and fitted to the monitors that are there.

use egui::{Pos2, Rect, Vec2, ViewportInfo, pos2, vec2};

use crate::model::{Preferences, WindowGeometry};

/// The smallest window in which nothing is cut or covered.
pub(super) const SMALLEST: Vec2 = vec2(760.0, 520.0);

/// What the edges at both sides and the title bar add to a window. How much it is on this system is known only
/// after the window was shown.
const FRAME: Vec2 = vec2(16.0, 40.0);

/// What panels and docks of a desktop need at most. The toolkit does not tell which part of a monitor they cover.
const PANELS: f32 = 48.0;

/// A window that is fitted to a monitor.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Fitted {
    /// Size of the content in points.
    pub size: Vec2,
    /// The smallest size that may be asked of the system: [`SMALLEST`], or less on a monitor that is smaller.
    pub smallest: Vec2,
    /// The upper left corner with the title bar. None where no monitor is known.
    pub place: Option<Pos2>,
    pub maximised: bool,
}

/// Fits a remembered window, or the first one, to the monitors. The first monitor is the one that the system
/// proposes; without any the size is taken as it is.
///
/// All is in points. The result lies inside one monitor, title bar included.
#[must_use]
pub(super) fn fit(remembered: Option<WindowGeometry>, monitors: &[Rect]) -> Fitted {
    let remembered = remembered.map(repaired);
    let wanted = remembered.unwrap_or_default();
    let maximised = wanted.maximised;
    let size = Vec2::from(wanted.size);
    let place = wanted.place.map(Pos2::from);
    let Some((monitor, is_there)) = choose(size, place, monitors) else {
        return Fitted { size: size.max(SMALLEST), smallest: SMALLEST, place: None, maximised };
    };
    let below_title = monitor.size() - FRAME;
    let free = below_title - vec2(0.0, PANELS);
    let smallest = SMALLEST.min(free);
    // A person who made the window taller knows the panels of this monitor; the first start does not.
    let largest = if remembered.is_some() && is_there { below_title } else { free };
    let size = size.max(smallest).min(largest);
    let outer = size + FRAME;
    let place = match place {
        Some(place) if is_there => place.clamp(monitor.min, monitor.max - outer),
        // The first start, or the monitor is gone.
        _ => (monitor.center() - outer / 2.0).round(),
    };
    Fitted { size, smallest, place: Some(place), maximised }
}

/// The monitor on which most of the window was, and whether there is one; otherwise the first.
fn choose(size: Vec2, place: Option<Pos2>, monitors: &[Rect]) -> Option<(Rect, bool)> {
    let monitors = || monitors.iter().copied().filter(Rect::is_positive);
    let Some(place) = place else { return Some((monitors().next()?, true)) };
    let window = Rect::from_min_size(place, size + FRAME);
    let shared = |monitor: Rect| {
        let both = monitor.intersect(window);
        if both.is_positive() { both.area() } else { 0.0 }
    };
    // Of two with the same share the first.
    let best = monitors().reduce(|best, next| if shared(next) > shared(best) { next } else { best })?;
    Some((best, shared(best) > 0.0))
}

/// Settings can be edited by hand: numbers that are none become the usual ones.
fn repaired(geometry: WindowGeometry) -> WindowGeometry {
    let is_usable = |(a, b): (f32, f32)| a.is_finite() && b.is_finite();
    let size = geometry.size;
    WindowGeometry {
        size: if is_usable(size) { size } else { WindowGeometry::default().size },
        place: geometry.place.filter(|place| is_usable(*place)),
        maximised: geometry.maximised,
    }
}

/// Notes where the window is now and says whether that is news. `content` is the size of what the window
/// shows, because Wayland tells no rectangles.
///
/// While it is maximised, size and place stay those to which it will go back; in full screen or
/// minimised nothing is noted.
pub(super) fn note_geometry(viewport: &ViewportInfo, content: Vec2, preferences: &mut Preferences) -> bool {
    // A window manager can put it in full screen by itself, which only its size tells.
    let fills = |monitor: Vec2| content.x >= monitor.x && content.y >= monitor.y;
    let is_full = viewport.fullscreen == Some(true) || viewport.monitor_size.is_some_and(fills);
    if is_full || viewport.minimized == Some(true) || !content.is_finite() {
        return false;
    }
    let before = preferences.window;
    let maximised = viewport.maximized == Some(true);
    let now = if maximised {
        WindowGeometry { maximised, ..before.unwrap_or_default() }
    } else {
        // Whole points: a fraction is no move.
        let size = content.round();
        let place = viewport.outer_rect.map(|outer| outer.min.round());
        WindowGeometry { size: size.into(), place: place.map(|place| (place.x, place.y)), maximised }
    };
    preferences.window = Some(now);
    before != Some(now)
}

/// The monitors of a window in its points, first the one on which it is or would be.
pub(super) fn monitors(creation: &eframe::CreationContext<'_>) -> Vec<Rect> {
    let Some(window) = creation.winit_window() else { return Vec::new() };
    let points = window.scale_factor() as f32 * creation.egui_ctx.zoom_factor();
    let first = window.primary_monitor().or_else(|| window.current_monitor());
    first
        .into_iter()
        .chain(window.available_monitors())
        .map(|monitor| {
            let (place, size) = (monitor.position(), monitor.size());
            let place = pos2(place.x as f32, place.y as f32);
            Rect::from_min_size(place, vec2(size.width as f32, size.height as f32)) / points
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL_HD: Rect = Rect { min: Pos2::ZERO, max: pos2(1920.0, 1080.0) };
    const LAPTOP: Rect = Rect { min: Pos2::ZERO, max: pos2(1366.0, 768.0) };

    fn seen(size: (f32, f32), place: (f32, f32)) -> WindowGeometry {
        WindowGeometry { size, place: Some(place), maximised: false }
    }

    /// Where the fitted window is, with its title bar.
    fn outer(fitted: Fitted) -> Rect {
        let place = fitted.place.expect("a place");
        Rect::from_min_size(place, fitted.size + FRAME)
    }

    #[test]
    fn the_first_window_leaves_room_for_title_bar_and_panels() {
        assert_eq!(fit(None, &[FULL_HD]).size, vec2(1440.0, 900.0));
        assert_eq!(fit(None, &[LAPTOP]).size, vec2(1350.0, 680.0));
        assert!(LAPTOP.contains_rect(outer(fit(None, &[LAPTOP]))));
        assert!(!fit(None, &[LAPTOP]).maximised);
    }

    #[test]
    fn on_full_hd_at_scale_two_even_the_smallest_window_is_inside() {
        let small = Rect::from_min_size(Pos2::ZERO, vec2(960.0, 540.0));
        let fitted = fit(None, &[small]);
        assert_eq!(fitted.size, vec2(944.0, 452.0));
        assert_eq!(fitted.smallest, vec2(760.0, 452.0), "the system must not make it taller than the screen");
    }

    #[test]
    fn what_was_remembered_comes_back_as_it_was() {
        let before = seen((1100.0, 1000.0), (300.0, 20.0));
        let fitted = fit(Some(before), &[FULL_HD]);
        assert_eq!((fitted.size, fitted.place), (vec2(1100.0, 1000.0), Some(pos2(300.0, 20.0))));
        let left = Rect::from_min_size(pos2(-1920.0, 0.0), FULL_HD.size());
        let before = seen((900.0, 700.0), (-1500.0, 80.0));
        assert_eq!(
            fit(Some(before), &[FULL_HD, left]).place,
            Some(pos2(-1500.0, 80.0)),
            "a monitor at the left"
        );
    }

    #[test]
    fn a_window_of_a_monitor_that_is_gone_comes_to_the_middle_of_another() {
        let before = seen((1800.0, 1000.0), (2500.0, 100.0));
        let fitted = fit(Some(before), &[LAPTOP]);
        assert_eq!(fitted.size, vec2(1350.0, 680.0), "its panels are not known");
        assert!(LAPTOP.contains_rect(outer(fitted)));
        assert_eq!(outer(fitted).center(), LAPTOP.center());
    }

    #[test]
    fn a_window_that_hangs_over_an_edge_is_pulled_in() {
        for place in [(-200.0, -90.0), (1800.0, 1000.0), (1919.0, 0.0)] {
            let fitted = fit(Some(seen((1000.0, 700.0), place)), &[FULL_HD]);
            assert_eq!(fitted.size, vec2(1000.0, 700.0));
            assert!(FULL_HD.contains_rect(outer(fitted)), "{place:?}: {fitted:?}");
        }
        let fitted = fit(Some(seen((4000.0, 3000.0), (0.0, 0.0))), &[FULL_HD]);
        assert_eq!(fitted.size, vec2(1904.0, 1040.0));
    }

    #[test]
    fn nothing_is_smaller_than_the_smallest_window_and_no_number_is_trusted() {
        let tiny = seen((10.0, -4.0), (5.0, 5.0));
        assert_eq!(fit(Some(tiny), &[FULL_HD]).size, SMALLEST);
        let broken = seen((f32::NAN, 700.0), (f32::INFINITY, 0.0));
        let fitted = fit(Some(broken), &[FULL_HD]);
        assert_eq!((fitted.size, fitted.place), (vec2(1440.0, 900.0), Some(pos2(232.0, 70.0))));
        assert_eq!(fit(Some(tiny), &[]).size, SMALLEST, "no monitor is told");
        assert_eq!(fit(None, &[Rect::ZERO]).size, vec2(1440.0, 900.0), "a monitor without a size is none");
    }

    #[test]
    fn a_maximised_window_keeps_what_it_goes_back_to() {
        let mut preferences = Preferences::default();
        let place = Rect::from_min_size(pos2(100.0, 60.0), vec2(900.0, 640.0));
        let mut viewport =
            ViewportInfo { outer_rect: Some(place), maximized: Some(false), ..Default::default() };
        let news = |viewport: &ViewportInfo, content, preferences: &mut Preferences| {
            note_geometry(viewport, content, preferences)
        };
        assert!(news(&viewport, vec2(900.2, 600.0), &mut preferences));
        assert!(!news(&viewport, vec2(899.9, 600.0), &mut preferences), "a fraction is no move");
        let normal = seen((900.0, 600.0), (100.0, 60.0));
        assert_eq!(preferences.window, Some(normal));

        viewport.maximized = Some(true);
        viewport.outer_rect = Some(FULL_HD);
        assert!(news(&viewport, vec2(1920.0, 1040.0), &mut preferences));
        assert_eq!(preferences.window, Some(WindowGeometry { maximised: true, ..normal }));
        let fitted = fit(preferences.window, &[FULL_HD]);
        assert!(fitted.maximised);
        assert_eq!(fitted.size, vec2(900.0, 600.0));

        viewport.fullscreen = Some(true);
        viewport.maximized = Some(false);
        assert!(!news(&viewport, vec2(1920.0, 1080.0), &mut preferences));
        viewport.fullscreen = None;
        viewport.monitor_size = Some(FULL_HD.size());
        assert!(!news(&viewport, FULL_HD.size(), &mut preferences), "the window manager did it");
        viewport.minimized = Some(true);
        assert!(!news(&viewport, vec2(1.0, 1.0), &mut preferences));
        assert_eq!(preferences.window, Some(WindowGeometry { maximised: true, ..normal }));
    }

    #[test]
    fn without_rectangles_the_size_is_noted() {
        let mut preferences = Preferences::default();
        assert!(note_geometry(&ViewportInfo::default(), vec2(800.0, 560.0), &mut preferences));
        let noted = preferences.window.expect("noted");
        assert_eq!((noted.size, noted.place), ((800.0, 560.0), None));
    }
}
