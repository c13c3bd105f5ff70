//! Writes the newest answers within a second of each change, without holding up the window.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::checks::Checks;
use super::earlier::EarlierName;
use super::keeping::Keeping;
use super::save_fault::SaveFault;
use super::settings::Settings;

/// Changes that come this close together are written once: typing does not write each letter.
const PAUSE: Duration = Duration::from_millis(300);
/// After a fault, how long until the next try.
const RETRY: Duration = Duration::from_secs(5);
/// A disk that does not answer must not keep the window from closing.
const PATIENCE: Duration = Duration::from_secs(5);

/// How the last write went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was to be written yet.
    Nothing,
    /// The newest answers are on the disk.
    Kept,
    /// They are not; another try follows.
    Failed(SaveFault),
    /// Another running copy wrote the kept check since we read it. Its answers stand; ours go to an earlier check.
    ChangedElsewhere {
        /// Our file.
        kept_as: PathBuf,
    },
}

/// What becomes of a check in whose place another one came, when it was kept beside that of another running copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// It is an earlier check from now on.
    Stays,
    /// It was taken back, and goes once the other one is on the disk.
    Goes,
}

enum Order {
    Keep(Newest),
    Begin(Replaced),
    Flush(Sender<()>),
    Forget(Sender<()>),
}

/// What is to be on the disk.
enum Newest {
    Text(String, EarlierName),
    Nothing,
}

/// Keeps answers, in the background. What is still to be written when it is dropped is written then.
pub struct Keeper {
    checks: Checks,
    orders: Option<Sender<Order>>,
    last: Arc<Mutex<Outcome>>,
    done: Receiver<()>,
    patience: Duration,
}

impl Keeper {
    /// Starts keeping. `read` is the text of the kept check as it was opened, none when there was none or it was set
    /// aside. `wake` is called from another thread whenever [`Keeper::last`] changes.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(checks: Checks, read: Option<String>, wake: impl Fn() + Send + 'static) -> Result<Self, SaveFault> {
        let (orders, received) = mpsc::channel();
        let (finished, done) = mpsc::channel();
        let last = Arc::new(Mutex::new(Outcome::Nothing));
        let mut worker = Worker {
            keeping: Keeping::new(checks.clone(), read),
            last: Arc::clone(&last),
            wake: Box::new(wake),
            waiting: None,
        };
        std::thread::Builder::new().name("keeper".to_owned()).spawn(move || {
            worker.run(&received);
            finished.send(()).ok();
        })?;
        Ok(Self { checks, orders: Some(orders), last, done, patience: PATIENCE })
    }

    /// Says what the check is now, and what it is called should another running copy be in the way. Returns at once.
    pub fn keep(&self, text: String, name: EarlierName) {
        self.order(Order::Keep(Newest::Text(text, name)));
    }

    /// Says that the check holds nothing any more: the file that this copy read or wrote goes, and no other. Returns at
    /// once.
    pub fn keep_nothing(&self) {
        self.order(Order::Keep(Newest::Nothing));
    }

    /// Says that what is kept next is another check, and what becomes of the one before. Returns at once.
    pub fn begin(&self, replaced: Replaced) {
        self.order(Order::Begin(replaced));
    }

    /// Writes what is still to be written, and says how it went; failed when the disk does not answer in time.
    pub fn flush(&self) -> Outcome {
        self.ask(Order::Flush).map_or_else(Outcome::Failed, |()| self.last())
    }

    /// How the last write went.
    #[must_use]
    pub fn last(&self) -> Outcome {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Deletes every answer, also those still to be written. See [`Checks::delete_all`].
    ///
    /// # Errors
    /// When a file could not be deleted, or the disk does not answer in time.
    pub fn delete_all(&self, settings: &mut Settings) -> Result<(), SaveFault> {
        self.ask(Order::Forget)?;
        self.checks.delete_all(settings)
    }

    fn order(&self, order: Order) {
        let sent = self.orders.as_ref().is_some_and(|orders| orders.send(order).is_ok());
        if !sent {
            let fault = SaveFault::Other("the thread that keeps answers has ended".to_owned());
            *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Outcome::Failed(fault);
        }
    }

    fn ask(&self, order: fn(Sender<()>) -> Order) -> Result<(), SaveFault> {
        let (reply, answered) = mpsc::channel();
        self.order(order(reply));
        answered.recv_timeout(self.patience).map_err(|_| SaveFault::Other("the disk does not answer".to_owned()))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // The worker writes what waits and ends when nobody can give it orders any more.
        self.orders = None;
        self.done.recv_timeout(self.patience).ok();
    }
}

struct Waiting {
    newest: Newest,
    due: Instant,
}

struct Worker {
    keeping: Keeping,
    last: Arc<Mutex<Outcome>>,
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
                Ok(Order::Keep(newest)) => self.take(newest),
                Ok(Order::Begin(replaced)) => {
                    if replaced == Replaced::Stays {
                        self.write();
                    }
                    self.keeping.begin(replaced);
                }
                Ok(Order::Flush(reply)) => {
                    self.write();
                    reply.send(()).ok();
                }
                Ok(Order::Forget(reply)) => {
                    self.waiting = None;
                    self.keeping.forget();
                    self.report(Outcome::Nothing);
                    reply.send(()).ok();
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
    fn take(&mut self, newest: Newest) {
        let soon = Instant::now() + PAUSE;
        let due = self.waiting.as_ref().map_or(soon, |waiting| waiting.due.min(soon));
        self.waiting = Some(Waiting { newest, due });
    }

    fn write(&mut self) {
        let Some(waiting) = self.waiting.take() else { return };
        let outcome = match &waiting.newest {
            Newest::Text(text, name) => self.keeping.write(text, name),
            Newest::Nothing => self.keeping.write_nothing(),
        };
        if matches!(outcome, Outcome::Failed(_)) {
            self.waiting = Some(Waiting { due: Instant::now() + RETRY, ..waiting });
        }
        self.report(outcome);
    }

    fn report(&self, outcome: Outcome) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
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
            keeping: Keeping::new(Checks::new(Folders::under(home.path())), None),
            last: Arc::new(Mutex::new(Outcome::Nothing)),
            wake: Box::new(|| {}),
            waiting: None,
        };
        let mut due = Vec::new();
        for letters in ["k", "kn", "kne", "knee"] {
            worker.take(Newest::Text(letters.to_owned(), EarlierName::default()));
            due.extend(worker.waiting.as_ref().map(|waiting| waiting.due));
        }
        assert_eq!(due, [due[0]; 4]);
        assert!(matches!(worker.waiting.unwrap().newest, Newest::Text(text, _) if text == "knee"));
        assert!(PAUSE < Duration::from_secs(1));
    }

    /// What was true before the disk hung says nothing of now.
    #[test]
    fn a_disk_that_does_not_answer_is_a_failure() {
        let home = tempfile::tempdir().unwrap();
        let (hang, until) = mpsc::channel::<()>();
        let until = Mutex::new(until);
        let wake = move || _ = until.lock().unwrap().recv();
        let mut keeper = Keeper::start(Checks::new(Folders::under(home.path())), None, wake).unwrap();
        keeper.patience = Duration::from_millis(500);
        keeper.keep("(version: 1)".to_owned(), EarlierName::default());
        // The first outcome is told, and then the worker hangs.
        assert!(matches!(keeper.flush(), Outcome::Failed(_)));
        assert_eq!(keeper.last(), Outcome::Kept);
        keeper.patience = Duration::from_millis(10);
        assert!(matches!(keeper.flush(), Outcome::Failed(_)));
        assert!(keeper.delete_all(&mut Settings::default()).is_err());
        drop(hang);
    }
}
