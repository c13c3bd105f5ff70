//! Writes the newest answers within a second of each change, without holding up the window.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::check_writer::CheckWriter;
pub use super::check_writer::{AutosaveOutcome, KeptContent, ReplacedCheck};
use super::checks::Checks;
use super::earlier::EarlierName;
use super::save_error::SaveError;

/// Changes that come this close together are written once: typing does not write each letter.
const PAUSE: Duration = Duration::from_millis(300);
/// After a fault, how long until the next try.
const RETRY: Duration = Duration::from_secs(5);
/// A disk that does not answer must not keep the window from closing.
const PATIENCE: Duration = Duration::from_secs(5);
/// What is not on the disk so long after it was said is late.
const LATE: Duration = Duration::from_secs(3);

enum Order {
    Keep(WantedOnDisk, u64),
    Begin(ReplacedCheck),
    Adopt,
    Look,
    Read(String),
    Flush(Sender<()>),
    Delete(Vec<PathBuf>, Sender<Result<(), SaveError>>),
}

/// What is to be on the disk.
enum WantedOnDisk {
    Text(String, EarlierName),
    Nothing,
}

/// Keeps answers, in the background. What is still to be written when it is dropped is written then.
pub struct Autosave {
    orders: Option<Sender<Order>>,
    last: Arc<Mutex<AutosaveOutcome>>,
    waits: Arc<Mutex<PendingChanges>>,
    done: Receiver<()>,
    patience: Duration,
}

/// What was said and is not answered yet.
#[derive(Debug, Default)]
struct PendingChanges {
    /// How many changes were said.
    said: u64,
    /// How many of them were written, or could not be.
    answered: u64,
    /// Since when the oldest of the others waits.
    since: Option<Instant>,
}

impl Autosave {
    /// Starts keeping. `known` is what is known of the kept check. `wake` is called from another thread whenever
    /// [`Autosave::last`] changes, or what was late is done.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(checks: Checks, known: KeptContent, wake: impl Fn() + Send + 'static) -> Result<Self, SaveError> {
        let (orders, received) = mpsc::channel();
        let (finished, done) = mpsc::channel();
        let last = Arc::new(Mutex::new(AutosaveOutcome::Nothing));
        let waits = Arc::new(Mutex::new(PendingChanges::default()));
        let mut worker = Worker {
            keeping: CheckWriter::new(checks, known),
            last: Arc::clone(&last),
            waits: Arc::clone(&waits),
            wake: Box::new(wake),
            waiting: None,
        };
        std::thread::Builder::new().name("keeper".to_owned()).spawn(move || {
            worker.run(&received);
            finished.send(()).ok();
        })?;
        Ok(Self { orders: Some(orders), last, waits, done, patience: PATIENCE })
    }

    /// Says what the check is now, and what it is called should another running copy be in the way. Returns at once.
    pub fn keep(&self, text: String, name: EarlierName) {
        self.say(WantedOnDisk::Text(text, name));
    }

    /// Says that the check holds nothing any more: the file that this copy read or wrote goes, and no other. Returns at
    /// once.
    pub fn keep_nothing(&self) {
        self.say(WantedOnDisk::Nothing);
    }

    fn say(&self, newest: WantedOnDisk) {
        let mut waits = lock(&self.waits);
        waits.said += 1;
        let said = waits.said;
        waits.since.get_or_insert_with(Instant::now);
        drop(waits);
        self.order(Order::Keep(newest, said));
    }

    /// Says that what is kept next is a new check, also when another running copy deleted what was kept before: the
    /// runner asked for it. Returns at once.
    pub fn adopt(&self) {
        self.order(Order::Adopt);
    }

    /// Looks what other running copies did; [`Autosave::last`] says so when it keeps this one from writing. Returns at once.
    pub fn look(&self) {
        self.order(Order::Look);
    }

    /// Says that the kept check, which could not be read at the start, has been read: this is its text. Returns at once.
    pub fn read(&self, text: String) {
        self.order(Order::Read(text));
    }

    /// Says that what is kept next is another check, and what becomes of the one before. Returns at once.
    pub fn begin(&self, replaced: ReplacedCheck) {
        self.order(Order::Begin(replaced));
    }

    /// Writes what is still to be written, looks what other running copies did, and says how it went; failed when the
    /// disk does not answer in time.
    pub fn flush(&self) -> AutosaveOutcome {
        self.ask(Order::Flush).map_or_else(AutosaveOutcome::Failed, |()| self.last())
    }

    /// In how long what was said is late, if nothing comes of it; nothing when nothing waits, no time when it is late.
    #[must_use]
    pub fn late_in(&self, now: Instant) -> Option<Duration> {
        lock(&self.waits).since.map(|since| (since + LATE).saturating_duration_since(now))
    }

    /// How the last write went.
    #[must_use]
    pub fn last(&self) -> AutosaveOutcome {
        lock(&self.last).clone()
    }

    /// Deletes every answer, also those still to be written. See [`Checks::delete_all`].
    ///
    /// # Errors
    /// When a file could not be deleted, or the disk does not answer in time.
    pub fn delete_all(&self, saved_in: Vec<PathBuf>) -> Result<(), SaveError> {
        self.ask(|reply| Order::Delete(saved_in, reply))?
    }

    fn order(&self, order: Order) {
        let sent = self.orders.as_ref().is_some_and(|orders| orders.send(order).is_ok());
        if !sent {
            let fault = SaveError::Other("the thread that keeps answers has ended".to_owned());
            *lock(&self.last) = AutosaveOutcome::Failed(fault);
        }
    }

    fn ask<T>(&self, order: impl FnOnce(Sender<T>) -> Order) -> Result<T, SaveError> {
        let (reply, answered) = mpsc::channel();
        self.order(order(reply));
        answered.recv_timeout(self.patience).map_err(|_| SaveError::Other("the disk does not answer".to_owned()))
    }
}

impl Drop for Autosave {
    fn drop(&mut self) {
        // The worker writes what waits and ends when nobody can give it orders any more.
        self.orders = None;
        self.done.recv_timeout(self.patience).ok();
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Waiting {
    newest: WantedOnDisk,
    /// Which change it is.
    said: u64,
    due: Instant,
}

struct Worker {
    keeping: CheckWriter,
    last: Arc<Mutex<AutosaveOutcome>>,
    waits: Arc<Mutex<PendingChanges>>,
    wake: Box<dyn Fn() + Send>,
    waiting: Option<Waiting>,
}

impl Worker {
    fn run(&mut self, orders: &Receiver<Order>) {
        loop {
            let order = match &self.waiting {
                None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(waiting) => orders.recv_timeout(waiting.due.saturating_duration_since(Instant::now())),
            };
            match order {
                Ok(Order::Keep(newest, said)) => self.take(newest, said),
                Ok(Order::Begin(replaced)) => {
                    if replaced == ReplacedCheck::Stays {
                        self.write();
                    }
                    self.keeping.begin(replaced);
                }
                Ok(Order::Adopt) => {
                    self.keeping.adopt();
                    self.report(AutosaveOutcome::Nothing);
                }
                Ok(Order::Look) => self.look(),
                Ok(Order::Read(text)) => self.keeping.read(text),
                Ok(Order::Flush(reply)) => {
                    self.write_or_look();
                    reply.send(()).ok();
                }
                Ok(Order::Delete(saved_in, reply)) => {
                    if let Some(waiting) = self.waiting.take() {
                        self.answer(waiting.said);
                    }
                    let deleted = self.keeping.delete_all(&saved_in);
                    self.report(AutosaveOutcome::Nothing);
                    reply.send(deleted).ok();
                }
                Err(RecvTimeoutError::Timeout) => self.write(),
                Err(RecvTimeoutError::Disconnected) => {
                    self.write();
                    return;
                }
            }
        }
    }

    /// The newest text wins, but the first of a row of changes says when to write: typing on does not put it off.
    fn take(&mut self, newest: WantedOnDisk, said: u64) {
        let soon = Instant::now() + PAUSE;
        let due = self.waiting.as_ref().map_or(soon, |waiting| waiting.due.min(soon));
        self.waiting = Some(Waiting { newest, said, due });
    }

    fn write(&mut self) {
        let Some(waiting) = self.waiting.take() else { return };
        let outcome = match &waiting.newest {
            WantedOnDisk::Text(text, name) => self.keeping.write(text, name),
            WantedOnDisk::Nothing => self.keeping.write_nothing(),
        };
        let said = waiting.said;
        if matches!(outcome, AutosaveOutcome::Failed(_) | AutosaveOutcome::NotDeleted(_)) {
            self.waiting = Some(Waiting { due: Instant::now() + RETRY, ..waiting });
        }
        self.report(outcome);
        self.answer(said);
    }

    /// Writes what waits; where nothing does, another running copy may still have done something.
    fn write_or_look(&mut self) {
        if self.waiting.is_some() {
            self.write();
        } else {
            self.look();
        }
    }

    fn look(&self) {
        if let Ok(Some(outcome)) = self.keeping.stopped_by_another() {
            self.report(outcome);
        }
    }

    /// Everything up to this change was written, or could not be, which was told.
    fn answer(&self, said: u64) {
        let mut waits = lock(&self.waits);
        waits.answered = said;
        let was_late = waits.since.is_some_and(|since| since.elapsed() >= LATE);
        waits.since = (waits.said > waits.answered).then(Instant::now);
        drop(waits);
        if was_late {
            (self.wake)();
        }
    }

    fn report(&self, outcome: AutosaveOutcome) {
        let mut last = lock(&self.last);
        let is_news = *last != outcome;
        *last = outcome;
        drop(last);
        if is_news {
            (self.wake)();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::folders::Folders;

    #[test]
    fn typing_on_does_not_put_writing_off_and_it_is_due_within_a_second() {
        let home = tempfile::tempdir().unwrap();
        let mut worker = Worker {
            keeping: CheckWriter::new(Checks::new(Folders::under(home.path())), KeptContent::Nothing),
            last: Arc::new(Mutex::new(AutosaveOutcome::Nothing)),
            waits: Arc::new(Mutex::new(PendingChanges::default())),
            wake: Box::new(|| {}),
            waiting: None,
        };
        let mut due = Vec::new();
        for (said, letters) in (1..).zip(["k", "kn", "kne", "knee"]) {
            worker.take(WantedOnDisk::Text(letters.to_owned(), EarlierName::default()), said);
            due.extend(worker.waiting.as_ref().map(|waiting| waiting.due));
        }
        assert_eq!(due, [due[0]; 4]);
        assert!(matches!(worker.waiting.unwrap().newest, WantedOnDisk::Text(text, _) if text == "knee"));
        assert!(PAUSE < Duration::from_secs(1));
    }

    /// What was true before the disk hung says nothing of now.
    #[test]
    fn a_disk_that_does_not_answer_is_a_failure() {
        let home = tempfile::tempdir().unwrap();
        let (hang, until) = mpsc::channel::<()>();
        let until = Mutex::new(until);
        let wake = move || _ = until.lock().unwrap().recv();
        let mut autosave =
            Autosave::start(Checks::new(Folders::under(home.path())), KeptContent::Nothing, wake).unwrap();
        autosave.patience = Duration::from_millis(500);
        autosave.keep("(version: 1)".to_owned(), EarlierName::default());
        // The first outcome is told, and then the worker hangs.
        assert!(matches!(autosave.flush(), AutosaveOutcome::Failed(_)));
        assert_eq!(autosave.last(), AutosaveOutcome::Kept);
        autosave.patience = Duration::from_millis(10);
        assert!(matches!(autosave.flush(), AutosaveOutcome::Failed(_)));
        assert!(autosave.delete_all(Vec::new()).is_err());
        drop(hang);
    }

    /// It is told while it lasts, and nobody has to ask again and again.
    #[test]
    fn what_a_hanging_disk_does_not_take_is_late_after_a_few_seconds_and_not_before() {
        let home = tempfile::tempdir().unwrap();
        let (tell, told) = mpsc::channel();
        let (release, released) = mpsc::channel::<()>();
        let released = Mutex::new(released);
        let wake = move || {
            tell.send(()).ok();
            released.lock().unwrap().recv().ok();
        };
        let autosave = Autosave::start(Checks::new(Folders::under(home.path())), KeptContent::Nothing, wake).unwrap();
        assert_eq!(autosave.late_in(Instant::now()), None, "nothing was said");
        autosave.keep("(version: 1)".to_owned(), EarlierName::default());
        told.recv().unwrap();
        // The disk hangs now.
        let now = Instant::now();
        let left = autosave.late_in(now).unwrap();
        assert!(left > Duration::ZERO && left <= LATE, "{left:?}");
        assert_eq!(autosave.late_in(now + LATE), Some(Duration::ZERO));
        // What is said later makes what waits no younger.
        autosave.keep("(version: 1, content: \"2\")".to_owned(), EarlierName::default());
        assert_eq!(autosave.late_in(now + LATE), Some(Duration::ZERO));
        release.send(()).unwrap();
        drop(release);
        assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
        assert_eq!(autosave.late_in(now + LATE), None);
    }
}
