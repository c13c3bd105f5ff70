//! Work on a thread of its own while something else is done.

use std::panic;
use std::thread::{self, JoinHandle};

/// What comes of work that was begun.
pub struct OnThread<T>(Result<JoinHandle<T>, Box<dyn FnOnce() -> T + Send>>);

impl<T: Send + 'static> OnThread<T> {
    /// Begins; where the system gives no thread, it is done at the end.
    pub fn start<W: FnOnce() -> T + Clone + Send + 'static>(work: W) -> Self {
        let later = work.clone();
        Self(thread::Builder::new().name("kneenote work".to_owned()).spawn(work).map_err(|_| Box::new(later) as Box<_>))
    }

    /// Waits for it. A panic of the work goes on here.
    pub fn end(self) -> T {
        match self.0.map(JoinHandle::join) {
            Ok(Ok(made)) => made,
            Ok(Err(panic)) => panic::resume_unwind(panic),
            Err(work) => work(),
        }
    }
}
