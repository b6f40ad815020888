//! A machine, a browser and its tabs; what is on its way, and what happens next.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::task::{Context, Waker};

use crate::store::backup::Backup;
use crate::store::codec;
use crate::store::load::Found;
use crate::store::shelf::Shelf;
use crate::store::simulation::faulty::{Dice, Disk, Durable, Quick};
use crate::store::simulation::ledger::{Ledger, tokens};
use crate::store::simulation::page::{Tab, Task, save};

/// What a sequence may bring.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weather {
    /// Two tabs may write in a draft at once.
    pub(super) impolite: bool,
    /// Storages are full, or fail, now and then.
    pub(super) rough: bool,
    /// A storage that has failed is written no more by the tab.
    pub(super) closes: bool,
    /// A storage is missing in some runs of the browser.
    pub(super) denied: bool,
    /// Texts are damaged.
    pub(super) damage: bool,
    /// One storage loses everything: 1 the durable one, 2 the quick one.
    pub(super) wipe: u8,
}

pub(super) struct World {
    pub(super) disk: Rc<RefCell<Disk>>,
    pub(super) ledger: Rc<RefCell<Ledger>>,
    pub(super) tabs: Vec<Rc<RefCell<Tab>>>,
    pub(super) tasks: Vec<(String, Task)>,
    /// Started by tasks.
    pub(super) fresh: Rc<RefCell<Vec<(String, Task)>>>,
    pub(super) dice: Dice,
    pub(super) weather: Weather,
    pub(super) now: u64,
    pub(super) has_quick: bool,
    pub(super) has_durable: bool,
    pub(super) backup: Option<Backup>,
    /// Whether a storage has lost everything.
    pub(super) is_wiped: bool,
    pub(super) log: Option<Vec<String>>,
}

impl World {
    pub(super) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let weather = Weather {
            impolite: dice.once_in(2),
            rough: dice.once_in(3),
            denied: dice.once_in(4),
            damage: dice.once_in(4),
            wipe: if dice.once_in(5) { 1 + dice.below(2) as u8 } else { 0 },
            closes: dice.once_in(2),
        };
        let failing = if weather.rough { 3 + dice.below(6) } else { 0 };
        let (dice_of_disk, closes) = (Dice::new(!seed), weather.closes);
        let disk = Disk { dice: dice_of_disk, failing, closes, ..Disk::default() };
        Self {
            disk: Rc::new(RefCell::new(disk)),
            ledger: Rc::default(),
            tabs: Vec::new(),
            tasks: Vec::new(),
            fresh: Rc::default(),
            dice,
            weather,
            now: 1_766_000_000_000,
            has_quick: true,
            has_durable: true,
            backup: None,
            is_wiped: false,
            log: None,
        }
    }

    pub(super) fn note(&mut self, line: impl FnOnce() -> String) {
        if let Some(log) = &mut self.log {
            log.push(line());
        }
    }

    /// Lets every task go on as far as it can.
    pub(super) fn turn(&mut self) {
        let mut context = Context::from_waker(Waker::noop());
        self.tasks.append(&mut self.fresh.borrow_mut());
        self.tasks.retain_mut(|(_, task)| task.as_mut().poll(&mut context).is_pending());
        for tab in &self.tabs {
            if tab.borrow().page.as_ref().is_some_and(|it| it.is_copy) {
                save(tab, &self.ledger, &self.fresh, self.now);
            }
        }
        self.tasks.append(&mut self.fresh.borrow_mut());
    }

    /// Until nothing is on its way.
    pub(super) fn settle(&mut self) {
        for _ in 0..400 {
            self.tasks.append(&mut self.fresh.borrow_mut());
            if self.tasks.is_empty() && self.disk.borrow().pending.is_empty() {
                return;
            }
            let n = self.dice.below(self.disk.borrow().pending.len());
            if !self.disk.borrow().pending.is_empty() {
                self.disk.borrow_mut().land(n);
            }
            self.turn();
        }
        self.ledger.borrow_mut().fail("something waits for ever".to_owned());
    }

    pub(super) fn start(&self, tab: &str, task: impl Future<Output = ()> + 'static) {
        self.fresh.borrow_mut().push((tab.to_owned(), Box::pin(task)));
    }

    pub(super) fn any_tab(&mut self) -> Option<Rc<RefCell<Tab>>> {
        let n = self.dice.below(self.tabs.len());
        self.tabs.get(n).filter(|it| !it.borrow().busy).cloned()
    }

    /// A draft that the author sees in the list of the tab.
    pub(super) fn any_id(&mut self, tab: &Rc<RefCell<Tab>>) -> Option<String> {
        let list = tab.borrow().shelf.list();
        list.get(self.dice.below(list.len())).map(|it| it.id.clone())
    }

    /// The page is opened in a new tab.
    pub(super) fn open_tab(&mut self) {
        let name = self.ledger.borrow_mut().tab();
        let memory = (!self.has_quick && self.dice.once_in(2)).then(Rc::default);
        let has_quick = self.has_quick || memory.is_some();
        let quick = has_quick.then(|| Quick { disk: self.disk.clone(), memory });
        let durable =
            self.has_durable.then(|| Durable { disk: self.disk.clone(), tab: name.clone() });
        self.note(|| format!("{name} opens, quick {has_quick}, durable {}", durable.is_some()));
        let shelf = Shelf::new(quick, durable, name.clone());
        let tab = Tab { name: name.clone(), shelf: shelf.clone(), page: None, busy: true };
        let tab = Rc::new(RefCell::new(tab));
        self.tabs.push(tab.clone());
        let (mut shelf, now) = (shelf, self.now);
        self.start(&name, async move {
            if shelf.load(now).await == Found::ToMend {
                let _ = shelf.mend(now).await;
            }
            let mut tab = tab.borrow_mut();
            tab.shelf = shelf;
            tab.busy = false;
        });
    }

    /// The next thing that happens.
    pub(super) fn step(&mut self) {
        self.now = self.now.saturating_add_signed(match self.dice.below(30) {
            0 => (self.dice.below(7300) as i64 - 3650) * 86_400_000,
            1 => -1000,
            _ => 500,
        });
        match self.dice.below(100) {
            0..26 => self.edit(),
            26..44 => self.save(),
            44..49 => self.hold_fast(),
            49..66 => self.land(),
            66..74 => self.open(),
            74..77 => self.new_draft(),
            77..80 => self.flush(),
            80..83 if self.tabs.len() < 3 => self.open_tab(),
            83..85 if !self.tabs.is_empty() => {
                let n = self.dice.below(self.tabs.len());
                self.crash_tab(n);
            }
            85 | 86 => self.kill(),
            87..90 => self.keep_version(),
            90 => self.bring_back(),
            91 | 92 => self.put(),
            93 => self.remove(),
            94 => self.export(),
            95 => self.merge(),
            96 if self.weather.rough => self.fill(),
            97 if self.weather.damage => self.damage(),
            98 if 0 < self.weather.wipe => self.wipe(),
            _ => self.turn(),
        }
        if self.tabs.is_empty() {
            self.open_tab();
        }
        self.ledger.borrow_mut().excuse_thrown(&self.disk.borrow());
        self.turn();
        self.ledger.borrow_mut().check(&self.disk.borrow());
    }

    /// Everything is closed and opened once more, with both storages there.
    pub(super) fn reopen(&mut self) -> Shelf<Quick, Durable> {
        {
            let mut disk = self.disk.borrow_mut();
            (disk.failing, disk.quick_full, disk.durable_full) = (0, false, false);
        }
        while !self.tabs.is_empty() {
            self.crash_tab(0);
        }
        self.settle();
        (self.has_quick, self.has_durable) = (true, true);
        self.open_tab();
        self.settle();
        self.tabs[0].borrow().shelf.clone()
    }

    /// What the future ends with, when all storages answer.
    pub(super) fn wait_for<T: 'static>(
        &mut self,
        it: impl Future<Output = T> + 'static,
    ) -> Option<T> {
        let answer = Rc::new(RefCell::new(None));
        let own = answer.clone();
        self.start("", async move {
            let it = it.await;
            own.replace(Some(it));
        });
        self.turn();
        self.settle();
        answer.take()
    }

    /// What both storages hold, to be told.
    pub(super) fn held(&self) -> String {
        let disk = self.disk.borrow();
        let told = |(key, text): (&String, &Rc<str>)| {
            let tokens: Vec<_> = tokens(text).collect();
            format!("{key} {:?} {tokens:?}", codec::head(text))
        };
        let lines: Vec<_> = disk.quick.iter().map(told).collect();
        let more: Vec<_> = disk.durable.iter().map(told).collect();
        format!("\n  quick {lines:#?}\n  durable {more:#?}")
    }
}
