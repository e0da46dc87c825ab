"""`source_files`: what the linters of the whole tree look at, gathered from every package."""

_NAMES = [
    "*.bazel",
    "*.bzl",
    "*.css",
    "*.js",
    "*.json",
    "*.ts",
    "WORKSPACE",
]

def source_files(name, below = None):
    """Names the sources of this package and of the packages below it.

    Every BUILD file calls this with the name "source_files". One that does not is missed by no linter: its parent's target does not build.

    Args:
      name: "source_files".
      below: the packages below this one; found by themselves if not given. The root lists them, because there a
        search would walk Bazel's own links into its output.
    """
    patterns = _NAMES if below else _NAMES + ["**/" + name for name in _NAMES]
    packages = below or native.subpackages(
        include = ["**"],
        allow_empty = True,
    )
    prefix = native.package_name() + "/" if native.package_name() else ""
    native.filegroup(
        name = name,
        srcs = native.glob(patterns, allow_empty = True) + [
            "//{}:{}".format(prefix + package, name)
            for package in packages
        ],
        visibility = ["//visibility:public"],
    )
