//! The browser's IndexedDB as the durable storage: what its transactions, asked to
//! be strict, have completed is on disk.
//!
//! It is called through web-sys. Of the crates that wrap it one cannot ask for
//! strict durability, and the other would take more of the first load than all of
//! the storage does.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

use crate::store::fuse;
use crate::store::texts::{Asking, Batch, Committing, Error, Store};
use crate::store::thrown::error;

const DATABASE: &str = "chengwen";
/// Texts under keys.
const TEXTS: &str = "texts";
/// Files on disk that the author chose, under the ids of their drafts.
const FILES: &str = "files";

/// A database that has not opened by then is done without.
const PATIENCE_MS: i32 = 5_000;

/// The browser's IndexedDB; clones share a connection.
#[derive(Debug, Clone)]
pub struct Indexed(Rc<Connection>);

struct Connection {
    database: RefCell<IdbDatabase>,
    /// Whether it has broken off: nothing is written until it was opened anew.
    is_closed: Cell<bool>,
    /// Who is told of that.
    on_break: RefCell<Option<Rc<dyn Fn()>>>,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("is_closed", &self.is_closed).finish_non_exhaustive()
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // What is on its way is done all the same.
        self.database.borrow().close();
    }
}

impl Connection {
    /// From now on this is the database.
    fn take(self: &Rc<Self>, database: IdbDatabase) {
        let own = Rc::downgrade(self);
        // The browser closes all connections when a disk is full or failed, and when
        // it clears its data.
        let closed = Closure::<dyn Fn()>::new(move || {
            if let Some(own) = own.upgrade() {
                own.break_off();
            }
        });
        database.set_onclose(Some(closed.into_js_value().unchecked_ref()));
        self.database.replace(database);
        self.is_closed.set(false);
    }

    fn break_off(&self) {
        if !self.is_closed.replace(true)
            && let Some(tell) = self.on_break.borrow().clone()
        {
            tell();
        }
    }
}

impl Indexed {
    /// Opens the database, and makes it where there is none.
    pub async fn open() -> Result<Self, Error> {
        let database = connect().await.map_err(|it| error(&it))?;
        let connection = Connection {
            database: RefCell::new(database.clone()),
            is_closed: Cell::new(false),
            on_break: RefCell::default(),
        };
        let connection = Rc::new(connection);
        connection.take(database);
        Ok(Self(connection))
    }

    /// Has somebody told when the connection breaks off. After that nothing is written:
    /// a database that a full disk has broken off must be renewed first.
    pub fn on_break(&self, tell: impl Fn() + 'static) {
        self.0.on_break.replace(Some(Rc::new(tell)));
    }

    /// Writes nothing more until it is opened anew.
    pub fn break_off(&self) {
        self.0.break_off();
    }

    /// Opens it anew.
    pub async fn reopen(&self) -> Result<(), Error> {
        let database = connect().await.map_err(|it| error(&it))?;
        self.0.take(database);
        Ok(())
    }

    /// The file that a draft also goes to.
    pub async fn file(&self, id: &str) -> Result<JsValue, Error> {
        let store = self.looking(FILES)?;
        asked(store.get(&id.into())).await
    }

    /// Keeps the file that a draft also goes to; `undefined` forgets it.
    pub async fn keep_file(&self, id: &str, file: &JsValue) -> Result<(), Error> {
        if self.is_closed() {
            return Err(Error::Denied);
        }
        let (transaction, store) = self.begin(FILES, "readwrite")?;
        let end = ended(&transaction);
        let asked = if file.is_undefined() {
            store.delete(&id.into())
        } else {
            store.put_with_key(file, &id.into())
        };
        asked.map_err(|it| error(&it))?;
        JsFuture::from(end).await.map(drop).map_err(|_| reason(&transaction))
    }

    /// A store to read from.
    fn looking(&self, name: &str) -> Result<IdbObjectStore, Error> {
        self.begin(name, "readonly").map(|(_, store)| store)
    }

    fn begin(&self, store: &str, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), Error> {
        let begun = begin(&self.0.database.borrow(), store, mode);
        begun.map_err(|thrown| {
            // Word of the end of a connection may still be on its way.
            self.0.break_off();
            error(&thrown)
        })
    }
}

impl Store for Indexed {
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>> {
        let store = self.looking(TEXTS);
        let range = range(prefix);
        Box::pin(async move {
            let store = store?;
            // Both are asked for before the first answer: the transaction ends when
            // nothing more is asked.
            let keys = asked(keys_in(&store, range.as_ref()));
            let texts = match &range {
                Some(range) => store.get_all_with_key(range),
                None => store.get_all(),
            };
            let texts = asked(texts);
            let keys: Array = keys.await?.unchecked_into();
            let texts: Array = texts.await?.unchecked_into();
            Ok(strings(&keys).zip(strings(&texts)).collect())
        })
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>> {
        let store = self.looking(TEXTS);
        let range = range(prefix);
        Box::pin(async move {
            let keys: Array = asked(keys_in(&store?, range.as_ref())).await?.unchecked_into();
            Ok(strings(&keys).collect())
        })
    }

    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>> {
        let store = self.looking(TEXTS);
        let key = JsValue::from_str(key);
        Box::pin(async move { Ok(asked(store?.get(&key)).await?.as_string()) })
    }

    fn commit(&self, batch: Batch) -> Committing {
        if fuse::is_blown() || self.is_closed() {
            return Box::pin(std::future::ready(Err(Error::Denied)));
        }
        let begun = self.begin(TEXTS, "readwrite").and_then(|(transaction, store)| {
            let end = ended(&transaction);
            let refused = Rc::new(RefCell::new(None));
            let asked = look_and_write(&transaction, store, batch, refused.clone());
            asked.map_err(|it| error(&it))?;
            Ok((transaction, end, refused))
        });
        let connection = self.0.clone();
        Box::pin(async move {
            let (transaction, end, refused) = begun?;
            match JsFuture::from(end).await {
                Ok(_) => Ok(()),
                Err(_) => Err(refused.take().unwrap_or_else(|| {
                    let why = reason(&transaction);
                    // A quota that is used up leaves the database whole.
                    if why != Error::Full {
                        connection.break_off();
                    }
                    why
                })),
            }
        })
    }

    fn is_closed(&self) -> bool {
        self.0.is_closed.get()
    }

    fn renew(&self) -> Committing {
        let connection = self.0.clone();
        Box::pin(async move {
            let database = connection.database.borrow().clone();
            renew(&database).await
        })
    }
}

/// Has Chromium begin a new log.
///
/// LevelDB, in which it keeps databases, goes on where the last log ends. When a disk
/// was full that is in the middle of a record, and all that is written behind it is
/// read as a part of it at the next start: the record is wrong, and the database,
/// from its first draft on, is thrown away. More than its buffer holds (4 MiB) makes it
/// put what it has read into a table and leave that log behind.
///
/// Something long comes first, which is laid into a file of its own: where there is no
/// room for that, nothing but a few bytes is added to the log.
async fn renew(database: &IdbDatabase) -> Result<(), Error> {
    const ROOM: u32 = 16 << 20;
    /// What is larger (64 KiB) is laid into a file of its own, too.
    const SIZE: usize = 60_000;
    const N: u32 = 100;
    let room = js_sys::ArrayBuffer::new(ROOM);
    let padding = JsValue::from_str(&" ".repeat(SIZE));
    for (n, text) in [(1, Some(room.as_ref())), (N, Some(&padding)), (N, None)] {
        let begun = begin(database, TEXTS, "readwrite");
        let (transaction, store) = begun.map_err(|it| error(&it))?;
        let end = ended(&transaction);
        for n in 0..n {
            // No key of ours is a number.
            let key = JsValue::from_f64(n.into());
            let asked = match text {
                Some(text) => store.put_with_key(text, &key),
                None => store.delete(&key),
            };
            asked.map_err(|it| error(&it))?;
        }
        JsFuture::from(end).await.map_err(|_| reason(&transaction))?;
    }
    Ok(())
}

/// Looks at what the batch expects, one after the other, and writes it when all of that
/// turns out well; takes the whole transaction back when not. Look and leap are one transaction, so nobody
/// writes between them.
fn look_and_write(
    transaction: &IdbTransaction,
    store: IdbObjectStore,
    mut batch: Batch,
    refused: Rc<RefCell<Option<Error>>>,
) -> Result<(), JsValue> {
    let Some(expected) = batch.expect.pop() else { return write(&store, &batch) };
    let request = store.get(&expected.key.as_str().into())?;
    let (asked, of) = (request.clone(), transaction.clone());
    let look: Function = Closure::once_into_js(move || {
        let stored = asked.result().ok().and_then(|it| it.as_string());
        let done = if expected.fits(stored.as_deref()) {
            look_and_write(&of, store, batch, refused.clone()).map_err(|it| error(&it))
        } else {
            Err(Error::Conflict)
        };
        if let Err(why) = done {
            refused.replace(Some(why));
            let _ = of.abort();
        }
    })
    .unchecked_into();
    request.set_onsuccess(Some(&look));
    Ok(())
}

fn write(store: &IdbObjectStore, batch: &Batch) -> Result<(), JsValue> {
    for key in &batch.remove {
        store.delete(&key.into())?;
    }
    for (key, text) in &batch.put {
        store.put_with_key(&text.into(), &key.into())?;
    }
    Ok(())
}

/// Opens the database in the version that it has.
async fn connect() -> Result<IdbDatabase, JsValue> {
    // A worker has no window, and the same names.
    let global = js_sys::global();
    let factory: IdbFactory = Reflect::get(&global, &"indexedDB".into())?.dyn_into()?;
    let request = factory.open(DATABASE)?;
    let opening: IdbOpenDbRequest = request.clone();
    let upgrade: Function = Closure::once_into_js(move || {
        let database = opening.result().map(JsCast::unchecked_into::<IdbDatabase>);
        for name in [TEXTS, FILES] {
            let _ = database.as_ref().map(|it| it.create_object_store(name));
        }
    })
    .unchecked_into();
    request.set_onupgradeneeded(Some(&upgrade));
    let opened = Promise::new(&mut |fulfil, reject| {
        request.set_onsuccess(Some(&fulfil));
        request.set_onerror(Some(&reject));
        let wait = Reflect::get(&global, &"setTimeout".into()).map(Function::from);
        let _ = wait.and_then(|it| it.call2(&global, &reject, &PATIENCE_MS.into()));
    });
    JsFuture::from(opened).await?;
    let database: IdbDatabase = request.result()?.unchecked_into();
    // A newer version of the page may want to change it: nobody holds it up.
    let closing = database.clone();
    let make_way = Closure::<dyn Fn()>::new(move || closing.close()).into_js_value();
    database.set_onversionchange(Some(make_way.unchecked_ref()));
    Ok(database)
}

/// Begins a transaction on one store. web-sys knows the wish for durability only
/// as an unstable interface, so it is passed by hand.
fn begin(
    database: &IdbDatabase,
    store: &str,
    mode: &str,
) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction = begin.call3(database, &store.into(), &mode.into(), &options)?;
    let transaction: IdbTransaction = transaction.unchecked_into();
    let store = transaction.object_store(store)?;
    Ok((transaction, store))
}

/// Fulfilled when the transaction is complete, rejected when it is not going to be.
fn ended(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |fulfil, reject| {
        transaction.set_oncomplete(Some(&fulfil));
        transaction.set_onabort(Some(&reject));
    })
}

/// Why a transaction was aborted.
fn reason(transaction: &IdbTransaction) -> Error {
    match transaction.error() {
        Some(exception) => error(&exception),
        None => Error::Failed("aborted".to_owned()),
    }
}

/// The answer to a request. Handlers are set at once, before anybody waits.
fn asked(request: Result<IdbRequest, JsValue>) -> Asking<'static, JsValue> {
    let asked = request.map(|request| {
        let answer = Promise::new(&mut |fulfil, reject| {
            request.set_onsuccess(Some(&fulfil));
            request.set_onerror(Some(&reject));
        });
        (request, answer)
    });
    Box::pin(async move {
        let (request, answer) = asked.map_err(|it| error(&it))?;
        match JsFuture::from(answer).await {
            Ok(_) => request.result().map_err(|it| error(&it)),
            Err(_) => Err(match request.error() {
                Ok(Some(exception)) => error(&exception),
                _ => Error::Failed(String::new()),
            }),
        }
    })
}

/// The keys that begin with a prefix. What `renew` may leave behind when it is broken off
/// has numbers for keys, and is in no range.
fn range(prefix: &str) -> Option<IdbKeyRange> {
    // No key of ours holds a character as high as this.
    IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into()).ok()
}

fn keys_in(store: &IdbObjectStore, range: Option<&IdbKeyRange>) -> Result<IdbRequest, JsValue> {
    match range {
        Some(range) => store.get_all_keys_with_key(range),
        None => store.get_all_keys(),
    }
}

fn strings(array: &Array) -> impl Iterator<Item = String> {
    array.iter().map(|it| it.as_string().unwrap_or_default())
}
