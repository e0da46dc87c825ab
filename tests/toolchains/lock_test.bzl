"""`lock_test`: what the real lock file does not show of reading one."""

load("//toolchains:platforms.bzl", "PLATFORMS")
load("//toolchains/npm:lock.bzl", "closure", "fits", "read_lock", "resolve")

def _entry(**kwargs):
    return {"integrity": "sha512-x", "version": "1.0.0"} | kwargs

_LOCK = {
    "lockfileVersion": 3,
    "packages": {
        "": {"dependencies": {"a": "*"}, "devDependencies": {"@s/alias": "npm:real@2"}},
        "node_modules/@s/alias": _entry(name = "real", version = "2.0.0"),
        "node_modules/a": _entry(
            dependencies = {"b": "*", "bundled": "*"},
            optionalDependencies = {"b": "*", "only_mac": "*", "not_here": "*"},
            peerDependencies = {"peer": "*", "absent_peer": "*"},
            peerDependenciesMeta = {"absent_peer": {"optional": True}},
        ),
        "node_modules/a/node_modules/b": _entry(version = "2.0.0", dependencies = {"c": "*", "bundled": "*"}),
        "node_modules/a/node_modules/bundled": {"inBundle": True, "version": "1.0.0"},
        "node_modules/b": _entry(),
        # A circle: c needs a again.
        "node_modules/c": _entry(dependencies = {"a": "*"}),
        "node_modules/bundled": _entry(),
        "node_modules/only_mac": _entry(os = "darwin"),
        "node_modules/peer": _entry(),
    },
}

def _expect(what, found, expected):
    if found != expected:
        fail("lock_test: {}: expected {}, found {}".format(what, expected, found))

def _test_reading():
    lock = read_lock(json.encode(_LOCK))
    packages = lock.packages
    _expect("declared", lock.declared, ["@s/alias", "a"])
    _expect("an alias's name", packages["node_modules/@s/alias"].name, "real")
    _expect("a bundled package", packages.get("node_modules/a/node_modules/bundled"), None)
    _expect("nearest", resolve(packages, "node_modules/a", "b"), "node_modules/a/node_modules/b")
    _expect("hoisted", resolve(packages, "node_modules/a/node_modules/b", "c"), "node_modules/c")
    _expect("missing", resolve(packages, "node_modules/a", "nothing"), None)
    common = ["node_modules/a", "node_modules/a/node_modules/b", "node_modules/bundled", "node_modules/c"]
    _expect(
        "closure on Linux",
        closure(packages, "node_modules/a", PLATFORMS["linux_x64"]),
        common + ["node_modules/peer"],
    )
    _expect(
        "closure on macOS",
        closure(packages, "node_modules/a", PLATFORMS["darwin_x64"]),
        common + ["node_modules/only_mac", "node_modules/peer"],
    )

def _test_platforms():
    for os, cpu, libc, platform, expected in [
        ([], [], [], "linux_x64", True),
        (["linux"], ["x64"], ["glibc"], "linux_x64", True),
        (["linux"], ["x64"], ["musl"], "linux_x64", False),
        (["linux"], ["arm64"], [], "linux_x64", False),
        (["!win32"], [], [], "windows_x64", False),
        (["!win32"], [], [], "darwin_arm64", True),
        (["darwin", "linux"], ["!arm64"], [], "darwin_arm64", False),
        # libc says nothing where there is no choice of one.
        (["darwin"], [], ["glibc"], "darwin_arm64", True),
    ]:
        package = struct(os = os, cpu = cpu, libc = libc)
        _expect("{} {} {} on {}".format(os, cpu, libc, platform), fits(package, PLATFORMS[platform]), expected)

def _lock_test_impl(ctx):
    _test_reading()
    _test_platforms()
    executable = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(executable, "#!/bin/sh\nexit 0\n", is_executable = True)
    return [DefaultInfo(executable = executable)]

lock_test = rule(
    implementation = _lock_test_impl,
    doc = "Passes when it can be analysed: the functions under test run in Bazel itself.",
    test = True,
)
