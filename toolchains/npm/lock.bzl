"""Reads package-lock.json, version 3: which packages there are, and which of them a package needs on a platform.

The keys of the lock are install paths ("node_modules/a/node_modules/b"), so the lock is already the layout of
node_modules: a dependency is found the way Node finds it, by walking up from the package that names it.
"""

def read_lock(text):
    """Reads a lock file.

    Args:
      text: the content of a package-lock.json.

    Returns:
      A struct: `packages`, a dict of install path to package, and `declared`, the names that package.json lists.
    """
    lock = json.decode(text)
    if lock.get("lockfileVersion") != 3:
        fail("package-lock.json: lockfileVersion must be 3, got {}; npm 7 and later write it with `npm install --lockfile-version 3`".format(
            lock.get("lockfileVersion"),
        ))
    root = lock["packages"][""]
    return struct(
        packages = {
            path: _package(path, entry)
            for path, entry in lock["packages"].items()
            # A bundled package comes inside its parent's tarball.
            if path != "" and not entry.get("inBundle")
        },
        declared = sorted(
            root.get("dependencies", {}).keys() +
            root.get("devDependencies", {}).keys() +
            root.get("optionalDependencies", {}).keys(),
        ),
    )

def _package(path, entry):
    if entry.get("link"):
        fail("package-lock.json: {}: links (workspaces, file: dependencies) are not supported".format(path))
    if not entry.get("integrity"):
        fail("package-lock.json: {}: has no integrity; only packages from a registry are supported".format(path))
    optional_peers = [
        name
        for name, meta in entry.get("peerDependenciesMeta", {}).items()
        if meta.get("optional")
    ]
    peers = entry.get("peerDependencies", {}).keys()
    return struct(
        # An alias ("a": "npm:b@1") is installed as one name and fetched as another.
        name = entry.get("name", path.rpartition("node_modules/")[2]),
        version = entry["version"],
        integrity = entry["integrity"],
        required = entry.get("dependencies", {}).keys() + [name for name in peers if name not in optional_peers],
        optional = entry.get("optionalDependencies", {}).keys() + [name for name in peers if name in optional_peers],
        os = _names(entry.get("os", [])),
        cpu = _names(entry.get("cpu", [])),
        libc = _names(entry.get("libc", [])),
    )

def _names(value):
    """Some packages give a plain string where npm documents a list."""
    return [value] if type(value) == "string" else value

def resolve(packages, path, name):
    """Returns the install path of a dependency as seen from another, or None.

    Args:
      packages: `read_lock(...).packages`.
      path: the install path of the package that names the dependency.
      name: the dependency's name.

    Returns:
      An install path.
    """
    folder = path

    # Each step drops one level of nesting, so there are no more steps than levels.
    for _ in range(path.count("node_modules/") + 1):
        candidate = (folder + "/" if folder else "") + "node_modules/" + name
        if candidate in packages:
            return candidate
        folder = folder.rpartition("node_modules/")[0].removesuffix("/")
    return None

def fits(package, platform):
    """Tells whether a package may be installed on a platform.

    Args:
      package: one of `read_lock(...).packages`.
      platform: one of PLATFORMS.

    Returns:
      A bool.
    """
    return (
        _allows(package.os, platform.os) and
        _allows(package.cpu, platform.cpu) and
        (not package.libc or platform.libc == None or _allows(package.libc, platform.libc))
    )

def _allows(names, value):
    """npm's rule: a refused name ("!win32") wins; without any accepted name the rest is accepted."""
    accepted = [name for name in names if not name.startswith("!")]
    return "!" + value not in names and (not accepted or value in accepted)

def closure(packages, root, platform):
    """Returns the install paths of a package and of all it needs on a platform.

    Args:
      packages: `read_lock(...).packages`.
      root: an install path.
      platform: one of PLATFORMS.

    Returns:
      A sorted list of install paths.
    """
    found = {root: None}
    frontier = [root]

    # Breadth first; each round finds at least one new package or is the last.
    for _ in range(len(packages)):
        following = []
        for path in frontier:
            for dependency in _dependencies(packages, path, platform):
                if dependency not in found:
                    found[dependency] = None
                    following.append(dependency)
        if not following:
            break
        frontier = following
    return sorted(found.keys())

def _dependencies(packages, path, platform):
    package = packages[path]
    dependencies = []
    for name in package.required:
        # npm lists an optional dependency among the dependencies as well.
        if name in package.optional:
            continue
        dependency = resolve(packages, path, name)
        if not dependency:
            fail("package-lock.json: {}: its dependency {} is not in the lock; run `npm install`".format(path, name))
        dependencies.append(dependency)
    for name in package.optional:
        dependency = resolve(packages, path, name)
        if dependency and fits(packages[dependency], platform):
            dependencies.append(dependency)
    return dependencies
