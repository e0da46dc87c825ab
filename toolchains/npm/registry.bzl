"""Where npm packages come from: the registry of the user's own npm configuration.

No file of this project names a registry. Packages are pinned by integrity, so it does not matter which one answers.
"""

def _npm_registry_impl(rctx):
    registry = (
        rctx.getenv("NPM_CONFIG_REGISTRY") or
        rctx.getenv("npm_config_registry") or
        _read_npmrc(rctx, rctx.workspace_root.get_child(".npmrc")) or
        _read_npmrc(rctx, _user_npmrc(rctx)) or
        _ask_npm(rctx)
    )
    if not registry:
        fail("npm_registry: no npm registry is configured and npm is not on PATH; set NPM_CONFIG_REGISTRY, " +
             "or write `registry=URL` to .npmrc in the workspace or in the home folder")
    rctx.file("url.txt", registry.removesuffix("/"))
    rctx.file("BUILD.bazel", "")

npm_registry = repository_rule(
    implementation = _npm_registry_impl,
    doc = "Writes the URL of the user's npm registry to url.txt.",
    configure = True,
)

def _user_npmrc(rctx):
    configured = rctx.getenv("NPM_CONFIG_USERCONFIG") or rctx.getenv("npm_config_userconfig")
    if configured:
        return rctx.path(configured)
    home = rctx.getenv("HOME") or rctx.getenv("USERPROFILE")
    return rctx.path(home).get_child(".npmrc") if home else None

def _read_npmrc(rctx, npmrc):
    if not npmrc or not npmrc.exists:
        return None
    for line in rctx.read(npmrc).splitlines():
        key, _, value = line.partition("=")

        # A value with a variable in it is left to npm, which knows how to fill it in.
        if key.strip() == "registry" and "${" not in value:
            return value.strip().strip("\"'")
    return None

def _ask_npm(rctx):
    npm = rctx.which("npm")
    if not npm:
        return None
    result = rctx.execute([npm, "config", "get", "registry"], timeout = 60)
    return result.stdout.strip() if result.return_code == 0 else None

def tarball_url(rctx, package, version):
    """Returns the address of a package's tarball.

    Args:
      rctx: a repository context.
      package: a package's name in the registry, with its scope.
      version: an exact version.

    Returns:
      A URL.
    """

    # Not watched: with the contents pinned, another registry is no reason to fetch again.
    registry = rctx.read(Label("@npm_registry//:url.txt"), watch = "no")
    return "{registry}/{package}/-/{file}-{version}.tgz".format(
        registry = registry,
        package = package,
        file = package.split("/")[-1],
        version = version,
    )
