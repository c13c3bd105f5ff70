//! The dialog of the desktop's portal, asked for over the desktop bus.
//!
//! A bus that dies with the dialog open ends the dialog, and not the program.

use std::collections::HashMap;
use std::os::unix::ffi::OsStrExt as _;
use std::time::Instant;

use futures_lite::StreamExt as _;
use futures_lite::future::block_on;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, Proxy};

use super::{Asked, Dialog, OnScreen};
use crate::desktop::save_dialog::address::chosen_by_address;
use crate::desktop::save_dialog::{Chosen, TOO_FAST_FOR_A_HAND};

const DESTINATION: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const CHOOSER: &str = "org.freedesktop.portal.FileChooser";
const REQUEST: &str = "org.freedesktop.portal.Request";
/// Ours on the bus; each dialog has a connection of its own.
const TOKEN: &str = "kneenote";
/// That a pattern such as `*.txt` follows, and no type of content.
const GLOB: u32 = 0;
/// The runner chose.
const DONE: u32 = 0;
/// The runner closed it. Any other number: it ended in another way.
const CANCELLED: u32 = 1;

/// A dialog of the portal that is open.
pub(super) struct Request {
    connection: Connection,
    handle: OwnedObjectPath,
}

impl Request {
    /// Takes the dialog from the screen.
    pub(super) fn close(self) {
        let closed = block_on(async {
            Proxy::new(&self.connection, DESTINATION, &self.handle, REQUEST).await?.call_noreply("Close", &()).await?;
            // Whoever waits for the answer on this connection hears that there is none.
            self.connection.close().await
        });
        if let Err(fault) = closed {
            log::info!("the save window of the portal may still be open: {fault}");
        }
    }
}

/// Opens the dialog and waits for its end; none where it cannot open.
pub(super) fn ask(asked: &Asked, on_screen: &OnScreen) -> Option<Chosen> {
    block_on(answer(asked, on_screen)).unwrap_or_else(|fault| {
        log::info!("the portal opens no save window: {fault}");
        None
    })
}

async fn answer(asked: &Asked, on_screen: &OnScreen) -> zbus::Result<Option<Chosen>> {
    let opened = Instant::now();
    let connection = Connection::session().await?;
    let us = connection.unique_name().map(|name| name.trim_start_matches(':').replace('.', "_")).unwrap_or_default();
    // Listened to before asking: a fast answer must not be missed.
    let request = Proxy::new(&connection, DESTINATION, format!("{PATH}/request/{us}/{TOKEN}"), REQUEST).await?;
    let mut answers = request.receive_signal("Response").await?;
    let chooser = Proxy::new(&connection, DESTINATION, PATH, CHOOSER).await?;
    let parent = asked.parent.map_or_else(String::new, |window| format!("x11:{window:x}"));
    let handle: OwnedObjectPath = chooser.call("SaveFile", &(parent, &asked.title, options(asked))).await?;
    if !on_screen.put(Dialog::Portal(Request { connection: connection.clone(), handle })) {
        return Ok(Some(Chosen::ClosedByUser));
    }
    let answer = answers.next().await;
    on_screen.take();
    // The bus is gone, and the dialog with it.
    let Some(answer) = answer else { return Ok(Some(Chosen::DidNotOpen)) };
    let (code, mut results): (u32, HashMap<String, OwnedValue>) = answer.body().deserialize()?;
    let address = results.remove("uris").and_then(|uris| Vec::<String>::try_from(uris).ok()?.into_iter().next());
    Ok(match (code, address) {
        (DONE, Some(address)) => Some(chosen_by_address(&address)),
        (DONE, None) => Some(Chosen::NoFolder),
        // It could not open; there may be another way.
        _ if opened.elapsed() < TOO_FAST_FOR_A_HAND => None,
        (CANCELLED, _) => Some(Chosen::ClosedByUser),
        _ => Some(Chosen::DidNotOpen),
    })
}

fn options(asked: &Asked) -> HashMap<&'static str, Value<'_>> {
    // A path ends with a zero there.
    let folder: Vec<u8> = asked.folder.as_os_str().as_bytes().iter().copied().chain([0]).collect();
    let filters = vec![(asked.filter_name.as_str(), vec![(GLOB, format!("*.{}", asked.ending))])];
    HashMap::from([
        ("handle_token", Value::from(TOKEN)),
        // The window beside it stays usable: there is the button to give it up.
        ("modal", Value::from(false)),
        ("current_name", Value::from(asked.suggested_name.as_str())),
        ("current_folder", Value::from(folder)),
        ("filters", Value::from(filters)),
    ])
}
