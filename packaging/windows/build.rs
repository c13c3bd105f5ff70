//! Puts icon, version and manifest into the program for Windows; for every other system it does nothing.

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=packaging/windows");
    // The target's, not this machine's: the program can be built for Windows elsewhere.
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return Ok(());
    }
    winresource::WindowsResource::new()
        .set_icon("packaging/windows/kneenote.ico")
        .set_manifest_file("packaging/windows/kneenote.manifest")
        .set("ProductName", "KneeNote")
        .set("FileDescription", "KneeNote: knee pain check for runners")
        .set("LegalCopyright", "The KneeNote authors; MIT or Apache 2.0")
        .compile()
}
