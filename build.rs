//! Texts, styles, scripts and seeds are built into the binary: a new file among them makes it be built again.

fn main() {
    for folder in ["locales", "assets", "seeds"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
