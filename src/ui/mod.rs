//! The page: one component a file, over the pure modules.

pub mod words;

pub mod element;

pub mod browser;

pub mod dates;

pub mod each;

pub mod notices;

pub mod rescue;

pub mod update;

pub mod tabs;

pub mod desk;

pub mod tally;

pub mod bench;

pub mod refusals;

pub mod file_button;

pub mod text_field;

pub mod outline;

pub mod head_form;

pub mod elements_form;

pub mod table_grid;

pub mod table_form;

pub mod entries;

pub mod section_form;

pub mod item_form;

pub mod proof;

pub mod paper_page;

pub mod paper;

pub mod panels;

pub mod find_panel;

pub mod exporter;

pub mod scene;

pub mod layout_form;

pub mod export_panel;

pub mod top_bar;

pub mod strip;

pub mod disk;

pub mod versions_panel;

pub mod occupancy;

pub mod scroll;

pub mod review;

pub mod workbench;

pub mod draft_list;

pub mod import;

pub mod safekeeping;

pub mod home;

pub mod new_report;
