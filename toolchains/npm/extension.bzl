"""The module extension that turns a package-lock.json into repositories.

    npm = use_extension("@haxe_game//toolchains/npm:extension.bzl", "npm")
    npm.lock(name = "npm", package_lock = "//:package-lock.json")
    use_repo(npm, "npm")

gives `@npm//:NAME` for each package that package.json lists: the package and all that it needs, on the platform that
it is built for. Each tarball is a repository of its own, fetched when a build first needs it. Install scripts never run.
"""

load("//toolchains:platforms.bzl", "PLATFORMS")
load(":lock.bzl", "closure", "read_lock")
load(":registry.bzl", "tarball_url")

def _npm_tarball_impl(rctx):
    rctx.download(
        url = tarball_url(rctx, rctx.attr.package, rctx.attr.version),
        output = "package.tgz",
        integrity = rctx.attr.integrity,
    )
    rctx.file("BUILD.bazel", 'exports_files(["package.tgz"])\n')

_npm_tarball = repository_rule(
    implementation = _npm_tarball_impl,
    attrs = {
        "integrity": attr.string(mandatory = True),
        "package": attr.string(mandatory = True),
        "version": attr.string(mandatory = True),
    },
    doc = "One package's tarball, unopened.",
)

_HUB_HEADER = """\
load("{rule}", "npm_package")

package(default_visibility = ["//visibility:public"])

# The install paths of each package's closure on each platform.
exports_files(["closures.json"])
"""

_HUB_PLATFORM = """
config_setting(
    name = "{name}",
    constraint_values = {constraints},
)
"""

# A package of the same closure on every platform needs no choice.
_HUB_PACKAGE = """
npm_package(
    name = "{name}",
    tarballs = {tarballs},
)
"""

def _npm_hub_impl(rctx):
    """Writes one target a package; the closures come in as {name: {platform: {label: install paths}}}."""
    build = _HUB_HEADER.format(rule = Label("//toolchains/npm:node_modules.bzl"))
    for name, platform in PLATFORMS.items():
        build += _HUB_PLATFORM.format(
            name = name,
            constraints = [str(Label(constraint)) for constraint in platform.constraints],
        )
    closures = json.decode(rctx.attr.closures)
    rctx.file("closures.json", json.encode_indent({
        name: {
            platform: sorted(" ".join(tarballs.values()).split(" "))
            for platform, tarballs in by_platform.items()
        }
        for name, by_platform in closures.items()
    }))
    for name, by_platform in closures.items():
        variants = {json.encode(tarballs): None for tarballs in by_platform.values()}
        if len(variants) == 1:
            tarballs = repr(by_platform.values()[0])
        else:
            tarballs = "select({})".format(repr({":" + key: value for key, value in by_platform.items()}))
        build += _HUB_PACKAGE.format(name = name, tarballs = tarballs)
    rctx.file("BUILD.bazel", build)

_npm_hub = repository_rule(
    implementation = _npm_hub_impl,
    attrs = {"closures": attr.string(mandatory = True)},
    doc = "The targets of one package-lock.json.",
)

def _repository_name(package):
    return "npm_{}_{}".format(package.name.replace("@", "").replace("/", "_"), package.version.replace("+", "_"))

def _tarballs(packages, paths):
    """The label of each tarball and where it is installed: often once, sometimes at several depths."""
    tarballs = {}
    for path in paths:
        tarballs.setdefault("@{}//:package.tgz".format(_repository_name(packages[path])), []).append(path)
    return {label: " ".join(installed) for label, installed in tarballs.items()}

def _npm_impl(module_ctx):
    integrities = {}
    for module in module_ctx.modules:
        for tag in module.tags.lock:
            lock = read_lock(module_ctx.read(tag.package_lock))
            closures = {
                name: {
                    platform: _tarballs(lock.packages, closure(lock.packages, "node_modules/" + name, PLATFORMS[platform]))
                    for platform in PLATFORMS
                }
                for name in lock.declared
            }
            _npm_hub(name = tag.name, closures = json.encode(closures))
            for package in lock.packages.values():
                _declare_tarball(integrities, package)
    return module_ctx.extension_metadata(reproducible = True)

def _declare_tarball(integrities, package):
    name = _repository_name(package)
    if name not in integrities:
        _npm_tarball(
            name = name,
            package = package.name,
            version = package.version,
            integrity = package.integrity,
        )
        integrities[name] = package.integrity
    elif integrities[name] != package.integrity:
        fail("npm.lock: {}@{} has two integrities, {} and {}".format(
            package.name,
            package.version,
            integrities[name],
            package.integrity,
        ))

_lock = tag_class(
    attrs = {
        "name": attr.string(
            doc = "Name of the repository that holds the packages.",
            mandatory = True,
        ),
        "package_lock": attr.label(
            doc = "A package-lock.json of version 3.",
            mandatory = True,
        ),
    },
    doc = "Makes the packages of one package-lock.json available.",
)

npm = module_extension(
    implementation = _npm_impl,
    tag_classes = {"lock": _lock},
    doc = "Makes npm packages available to tools, straight from package-lock.json.",
)
