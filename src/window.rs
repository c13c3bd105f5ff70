//! Opens the window, by whatever way of drawing this computer has.

mod icon;

use std::any::Any;
use std::fs::File;
use std::io;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use eframe::{EventLoopBuilderHook, NativeOptions, Renderer};
use egui::ViewportBuilder;

use crate::app::built_in::BuiltIn;
use crate::app::fit::LEAST_SIZE;
use crate::app::{App, Start};
use crate::check::Check;
use crate::desktop::on_thread::OnThread;
use crate::desktop::system_fonts::SystemFonts;
use crate::desktop::{core_dump, program_log};
use crate::plain_text::quoted;
use crate::run_files::caught::is_caught;
use crate::store::crash_marker::CrashMarker;
use crate::store::folders::Folders;
use crate::store::settings::{KeepAnswers, Settings, WindowPlace};
use crate::store::text_file::UnreadableFile;

/// The name that the desktop knows the program by; the same as that of its `.desktop` file.
pub const APP_ID: &str = "org.kneenote.KneeNote";
/// What the window is called.
const TITLE: &str = "KneeNote";
/// Forces one way of drawing, for support.
pub const RENDERER_VARIABLE: &str = "KNEENOTE_RENDERER";
const SIZE: [f32; 2] = [1100.0, 760.0];
/// The window itself takes about ten, and the save window, screen readers and writing take some more.
const FILES_AT_ONCE: usize = 32;
/// What the system says when no more files can be opened: of all programs, and of this one.
const TOO_MANY_FILES: [i32; 2] = if cfg!(windows) { [4, 4] } else { [23, 24] };
/// Every screen shows a window whose corner is up to here: one that was on a screen that is gone comes back.
const CORNER_ON_ANY_SCREEN: [f32; 2] = [1000.0, 500.0];

/// Why no window opened, as one line for standard error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// No screen.
    #[error(
        "no screen was found, so no window can open; kneenote --note FILE and --explain FILE work without one ({0})"
    )]
    NoDisplay(String),
    /// A part of the system is missing.
    #[error("a library of the desktop is missing, so no window can open: {0}")]
    NoLibrary(String),
    /// The system lets the program open too few files.
    #[error("KneeNote may open too few files at once, so no window can open; ulimit -n tells how many, 64 are enough")]
    TooFewFiles,
    /// Neither way of drawing works.
    #[error("this computer cannot draw the window; a graphics driver may be missing ({0})")]
    NoGraphics(String),
    /// The variable says something else.
    #[error("{RENDERER_VARIABLE} is \"{}\", expected glow or wgpu", quoted(.0))]
    NoSuchRenderer(String),
    /// The open window ended by itself.
    #[error("KneeNote stopped by itself")]
    Stopped,
    /// The open window ended by itself, after what waited was kept.
    #[error("KneeNote stopped by itself; your answers are kept and are there at the next start")]
    StoppedAndKept,
    /// Anything else.
    #[error("the window could not be opened: {0}")]
    Other(String),
}

/// Opens the window and stays until it closes.
///
/// # Errors
/// See [`WindowError`]. The second way of drawing is tried only when the first fails for reasons of drawing: with no
/// screen at all it would fail too, and hide why.
pub fn open_window(file: Option<&Result<Check, UnreadableFile>>) -> Result<(), WindowError> {
    program_log::install();
    core_dump::switch_off();
    let forced = std::env::var(RENDERER_VARIABLE).ok();
    let renderers = renderers(forced.as_deref())?;
    may_open_files()?;
    let mut outcome = Ok(());
    for renderer in renderers {
        outcome = open_with(renderer, file.cloned());
        if !matches!(outcome, Err(WindowError::NoGraphics(_))) {
            break;
        }
    }
    outcome
}

/// Before anything is opened: a window that got the last files could keep no answer, and libraries without one are said
/// to be missing.
fn may_open_files() -> Result<(), WindowError> {
    let Ok(program) = std::env::current_exe() else { return Ok(()) };
    let opened: io::Result<Vec<File>> = (0..FILES_AT_ONCE).map(|_| File::open(&program)).collect();
    match opened {
        Err(fault) if fault.raw_os_error().is_some_and(|code| TOO_MANY_FILES.contains(&code)) => {
            Err(WindowError::TooFewFiles)
        }
        _ => Ok(()),
    }
}

fn renderers(forced: Option<&str>) -> Result<Vec<Renderer>, WindowError> {
    match forced {
        None | Some("") if cfg!(target_os = "linux") => Ok(vec![Renderer::Glow, Renderer::Wgpu]),
        None | Some("") => Ok(vec![Renderer::Wgpu, Renderer::Glow]),
        Some("glow") => Ok(vec![Renderer::Glow]),
        Some("wgpu") => Ok(vec![Renderer::Wgpu]),
        Some(other) => Err(WindowError::NoSuchRenderer(other.to_owned())),
    }
}

fn open_with(renderer: Renderer, file: Option<Result<Check, UnreadableFile>>) -> Result<(), WindowError> {
    let folders = Folders::of_system();
    let settings = folders.as_ref().map(Settings::open).unwrap_or_default();
    let options = NativeOptions {
        viewport: viewport(settings.window),
        renderer,
        // Ours are added below.
        system_font_fallback: false,
        event_loop_builder: event_loop(),
        // It smooths gradients; ours are painted into images, and plain colours only cost time.
        dithering: false,
        ..NativeOptions::default()
    };
    // The system takes longer to open a window than we to read.
    let size = inner_size(settings.window).into();
    let built_in = OnThread::start(move || BuiltIn::read().map(|built_in| built_in.painting_for(size, &settings)));
    let is_open = Arc::new(AtomicBool::new(false));
    let opened = Arc::clone(&is_open);
    until_closed(folders.as_ref(), &is_open, || {
        eframe::run_native(
            TITLE,
            options,
            Box::new(move |cc| {
                opened.store(true, Ordering::Relaxed);
                cc.egui_ctx.add_font_provider(Arc::new(SystemFonts::default()));
                Ok(Box::new(App::new(cc, Start::of_system(file), built_in.end()?)))
            }),
        )
    })
}

/// Runs the window until it closes. A panic of the open window ends it, after what waited was kept; the next start says
/// so. One that a reader of files has of a file ends nothing and is not told. A panic before means that a library of the desktop is missing.
///
/// # Errors
/// See [`WindowError`].
pub fn until_closed(
    folders: Option<&Folders>,
    is_open: &Arc<AtomicBool>,
    run: impl FnOnce() -> eframe::Result,
) -> Result<(), WindowError> {
    let usual = Arc::new(panic::take_hook());
    let (silent_until_open, loud) = (Arc::clone(is_open), Arc::clone(&usual));
    let place = Arc::new(Mutex::new(String::new()));
    let panicked_at = Arc::clone(&place);
    // Before the window is open, a panic means that a library of the desktop is missing; one line says so below.
    panic::set_hook(Box::new(move |info| {
        let is_of_fonts = info.location().is_some_and(|at| SystemFonts::panics_in(at.file()));
        if silent_until_open.load(Ordering::Relaxed) && !is_of_fonts && !is_caught() {
            *panicked_at.lock().unwrap_or_else(PoisonError::into_inner) = place_of(info);
            loud(info);
        }
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(run));
    panic::set_hook(Box::new(move |info| usual(info)));
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(fault)) => Err(fault_of(&fault)),
        Err(_) if is_open.load(Ordering::Relaxed) => {
            Err(stopped(folders, &place.lock().unwrap_or_else(PoisonError::into_inner)))
        }
        Err(panic) => Err(fault_of_panic(panic.as_ref())),
    }
}

/// The place of a panic in the code, and nothing of what it says: that may hold answers.
fn place_of(info: &PanicHookInfo<'_>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    info.location().map_or_else(String::new, |at| format!("KneeNote {version}, {}:{}", at.file(), at.line()))
}

/// The app was dropped on the way here, which wrote what waited.
fn stopped(folders: Option<&Folders>, place: &str) -> WindowError {
    let kept = folders.filter(|folders| Settings::open(folders).keep_answers == KeepAnswers::Keep);
    let Some(folders) = kept else { return WindowError::Stopped };
    CrashMarker::new(folders.clone()).mark(place);
    WindowError::StoppedAndKept
}

fn viewport(place: Option<WindowPlace>) -> ViewportBuilder {
    let mut viewport = ViewportBuilder::default().with_title(TITLE).with_app_id(APP_ID).with_min_inner_size(LEAST_SIZE);
    if let Some(icon) = icon::app_icon() {
        viewport = viewport.with_icon(icon);
    }
    viewport = viewport.with_inner_size(inner_size(place));
    let [right, lowest] = CORNER_ON_ANY_SCREEN;
    match place.and_then(|place| place.position) {
        Some([x, y]) if (0.0..=right).contains(&x) && (0.0..=lowest).contains(&y) => viewport.with_position([x, y]),
        _ => viewport,
    }
}

/// In points at 100 percent.
fn inner_size(place: Option<WindowPlace>) -> [f32; 2] {
    place.map_or(SIZE.into(), |place| LEAST_SIZE.max(place.size.into())).into()
}

/// Leads the window library to the screen that is there.
#[cfg(target_os = "linux")]
fn event_loop() -> Option<EventLoopBuilderHook> {
    use crate::desktop::display::{self, Display};
    use winit::platform::wayland::EventLoopBuilderExtWayland as _;
    use winit::platform::x11::EventLoopBuilderExtX11 as _;
    match display::of_system() {
        Display::Usual => None,
        Display::X11 => Some(Box::new(|builder| _ = builder.with_x11())),
        Display::Wayland => Some(Box::new(|builder| _ = builder.with_wayland())),
    }
}

#[cfg(not(target_os = "linux"))]
fn event_loop() -> Option<EventLoopBuilderHook> {
    None
}

fn fault_of(fault: &eframe::Error) -> WindowError {
    let text = format!("{fault:?}");
    match fault {
        // Its own text lists every setting that was tried.
        eframe::Error::NoGlutinConfigs(_, fault) => WindowError::NoGraphics(format!("OpenGL: {fault}")),
        eframe::Error::Glutin(_) | eframe::Error::OpenGL(_) | eframe::Error::Wgpu(_) => {
            WindowError::NoGraphics(fault.to_string())
        }
        // winit has no kinds for these.
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) if text.contains("LibraryOpenError") => {
            WindowError::NoLibrary(reason(fault))
        }
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => WindowError::NoDisplay(reason(fault)),
        eframe::Error::AppCreation(_) => WindowError::Other(fault.to_string()),
    }
}

/// The end of winit's message; before it stands the place in winit's own code.
fn reason(fault: &eframe::Error) -> String {
    let text = fault.to_string();
    text.rsplit(": ").next().unwrap_or(&text).trim_end_matches('.').to_owned()
}

fn fault_of_panic(panic: &(dyn Any + Send)) -> WindowError {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    match text {
        Some(text) if text.contains("xkbcommon") => WindowError::NoLibrary("install libxkbcommon-x11".to_owned()),
        // The library is there; what it reads is not.
        Some(text) if text.contains("XKBNotFound") => {
            WindowError::NoLibrary("the tables of keyboards; install xkb-data".to_owned())
        }
        // What the libraries say to their makers tells nobody else anything; the log has it.
        text => {
            log::info!("the window library stopped: {}", text.unwrap_or("no reason"));
            WindowError::Other("a library of the desktop stopped; KNEENOTE_LOG=1 says more".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_forces_one_way_of_drawing() {
        assert_eq!(renderers(None).unwrap().len(), 2);
        assert_eq!(renderers(Some("")).unwrap().len(), 2);
        assert_eq!(renderers(Some("glow")).unwrap(), [Renderer::Glow]);
        assert_eq!(renderers(Some("wgpu")).unwrap(), [Renderer::Wgpu]);
        assert!(renderers(Some("gl")).is_err());
    }

    #[test]
    fn what_stops_before_the_window_is_told_in_plain_words() {
        let fault = |text: &str| fault_of_panic(&text.to_owned()).to_string();
        let tables = fault("called `Result::unwrap()` on an `Err` value: XKBNotFound");
        assert!(tables.contains("install xkb-data") && !tables.contains("unwrap"), "{tables}");
        assert!(fault("Library libxkbcommon-x11.so could not be loaded.").contains("install libxkbcommon-x11"));
        let other = fault("called `Option::unwrap()` on a `None` value");
        assert!(!other.contains("unwrap") && !other.contains('\n'), "{other}");
    }

    #[test]
    fn a_window_that_was_elsewhere_comes_back_where_it_can_be_seen() {
        let at = |size, position| {
            viewport(Some(WindowPlace { size, position: Some(position), px_per_pt: 1.0, is_dark: false }))
        };
        assert_eq!(at([800.0, 600.0], [10.0, 20.0]).position, Some([10.0, 20.0].into()));
        assert_eq!(at([800.0, 600.0], [-2000.0, 20.0]).position, None);
        assert_eq!(at([1.0, 1.0], [10.0, 20.0]).inner_size, Some(LEAST_SIZE));
        assert_eq!(viewport(None).inner_size, Some(SIZE.into()));
    }
}
