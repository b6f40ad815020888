//! Whatever happens to tabs, browser and storages, in whatever order: what the
//! author was told is kept is found again.
//!
//! `CHENGWEN_SEQUENCES` sets how many sequences are tried; `CHENGWEN_SEED` runs one
//! again and tells its steps.

mod author;
mod faults;
mod faulty;
mod ledger;
mod page;
mod world;

use std::env;
use std::thread;

use crate::store::codec;
use crate::store::simulation::faulty::owner;
use crate::store::simulation::ledger::{Tokens, all, tokens};
use crate::store::simulation::world::World;

const SEQUENCES: u64 = 100_000;
const THREADS: u64 = 4;

/// How many steps a sequence has.
fn length(seed: u64) -> usize {
    if seed.is_multiple_of(50) { 120 } else { 12 + (seed % 25) as usize }
}

fn run(seed: u64, n_steps: usize, is_told: bool) -> Result<(), (String, Vec<String>)> {
    let mut world = World::new(seed);
    world.log = is_told.then(|| vec![format!("{:?}", world.weather)]);
    world.prefill();
    for _ in 0..n_steps {
        world.step();
        if world.ledger.borrow().fault.is_some() {
            break;
        }
    }
    if world.ledger.borrow().fault.is_none() {
        find_all(&mut world);
    }
    let fault = world.ledger.borrow_mut().fault.take();
    match fault {
        Some(fault) => Err((fault, world.log.unwrap_or_default())),
        None => Ok(()),
    }
}

/// Opens everything once more and looks for what the author is owed.
fn find_all(world: &mut World) {
    let shelf = world.reopen();
    let ledger = world.ledger.clone();
    ledger.borrow_mut().check(&world.disk.borrow());
    let listed: Vec<String> = shelf.list().into_iter().map(|it| it.id).collect();
    {
        let disk = world.disk.borrow();
        let keys = disk.durable.keys().chain(disk.quick.keys());
        let ids = keys.filter_map(|it| crate::store::keys::draft_id(it));
        for id in ids {
            let is_removed = disk.durable.contains_key(&format!("grave:{id}"));
            if !is_removed && !listed.iter().any(|it| it == id) {
                ledger.borrow_mut().fail(format!("{id} is not listed"));
            }
        }
    }
    let mut found = Tokens::new();
    for id in listed {
        let place = shelf.stay(&id).place;
        if ledger.borrow().removed.contains(&id) && place != crate::store::card::Place::Bin {
            ledger.borrow_mut().fail(format!("{id} was removed and is back"));
        }
        let (own, of) = (shelf.clone(), id.clone());
        let Some(opened) = world.wait_for(async move { own.open(&of).await }) else { continue };
        match opened {
            Ok(opened) if opened.hold.is_some() => {
                found.extend(tokens(&opened.text));
                let is_shared = ledger.borrow().shared.contains(&id);
                let last = ledger.borrow().revisions.get(&id).copied().unwrap_or_default();
                if !is_shared && opened.record.revision < last {
                    ledger.borrow_mut().fail(format!("the revisions of {id} go backwards"));
                }
            }
            Ok(_) => ledger.borrow_mut().fail(format!("{id} cannot be written in")),
            // What cannot be read stays, and so does all that belongs to it.
            Err(_) => {
                let disk = world.disk.borrow();
                let texts = disk.quick.iter().chain(&disk.durable);
                let own: Vec<_> = texts.filter(|(key, _)| owner(key) == Some(&id)).collect();
                if own
                    .iter()
                    .any(|(key, text)| key.starts_with("draft:") && codec::read(text).is_ok())
                {
                    ledger.borrow_mut().fail(format!("{id} can be read and was not"));
                }
                found.extend(own.iter().flat_map(|(_, text)| tokens(text)));
            }
        }
        let (own, of) = (shelf.clone(), id.clone());
        let versions = world.wait_for(async move {
            let mut texts = Vec::new();
            for mark in own.versions(&of).await.unwrap_or_default() {
                texts.extend(own.version(&of, &mark.version).await.ok().flatten());
            }
            texts
        });
        for text in versions.unwrap_or_default() {
            found.extend(tokens(&text));
        }
    }
    // What was put aside is for whoever can read it, and so are versions whose draft
    // was lost with its storage.
    let disk = world.disk.borrow();
    let asides = disk.durable.iter().filter(|(key, _)| {
        key.starts_with("aside:") || world.is_wiped && key.starts_with("version:")
    });
    found.extend(asides.flat_map(|(_, text)| tokens(text)));
    let owed = ledger.borrow().owed();
    if let Some(lost) = owed.difference(&found).next() {
        let is_there = all(&disk.durable).contains(lost) || all(&disk.quick).contains(lost);
        ledger
            .borrow_mut()
            .fail(format!("~{lost}~ is not found again (there: {is_there}): {}", world.held()));
    }
    drop(disk);
    ledger.borrow_mut().check(&world.disk.borrow());
}

/// The fewest steps that still fail.
fn fewest(seed: u64) -> usize {
    (0..=length(seed)).find(|n| run(seed, *n, false).is_err()).unwrap_or(length(seed))
}

#[track_caller]
fn tell(seed: u64) {
    let n_steps = fewest(seed);
    if let Err((fault, log)) = run(seed, n_steps, true) {
        panic!("CHENGWEN_SEED={seed}, {n_steps} steps: {fault}\n  {}", log.join("\n  "));
    }
}

#[test]
fn nothing_is_lost_in_any_sequence() {
    if let Some(seed) = env::var("CHENGWEN_SEED").ok().and_then(|it| it.parse().ok()) {
        return tell(seed);
    }
    let n = env::var("CHENGWEN_SEQUENCES").ok().and_then(|it| it.parse().ok());
    let n = n.unwrap_or(SEQUENCES);
    let failed: Vec<u64> = thread::scope(|scope| {
        let part = |first: u64| {
            move || {
                (first..n)
                    .step_by(THREADS as usize)
                    .find(|it| run(*it, length(*it), false).is_err())
            }
        };
        let threads: Vec<_> = (0..THREADS).map(|it| scope.spawn(part(it))).collect();
        threads
            .into_iter()
            .filter_map(|it| it.join().expect("a thread of the test broke down"))
            .collect()
    });
    if let Some(seed) = failed.into_iter().min() {
        tell(seed);
    }
}
