"""The platforms that tools run on, in the words of npm and of Bazel."""

# libc: Node's Linux packages are glibc builds, so the packages beside them are too.
PLATFORMS = {
    "darwin_arm64": struct(
        os = "darwin",
        cpu = "arm64",
        libc = None,
        constraints = ["@platforms//os:macos", "@platforms//cpu:arm64"],
    ),
    "darwin_x64": struct(
        os = "darwin",
        cpu = "x64",
        libc = None,
        constraints = ["@platforms//os:macos", "@platforms//cpu:x86_64"],
    ),
    "linux_arm64": struct(
        os = "linux",
        cpu = "arm64",
        libc = "glibc",
        constraints = ["@platforms//os:linux", "@platforms//cpu:arm64"],
    ),
    "linux_x64": struct(
        os = "linux",
        cpu = "x64",
        libc = "glibc",
        constraints = ["@platforms//os:linux", "@platforms//cpu:x86_64"],
    ),
    "windows_x64": struct(
        os = "win32",
        cpu = "x64",
        libc = None,
        constraints = ["@platforms//os:windows", "@platforms//cpu:x86_64"],
    ),
}
