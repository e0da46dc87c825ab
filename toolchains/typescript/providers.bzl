"""What TypeScript targets tell each other."""

TypeScriptInfo = provider(
    doc = "TypeScript sources and what they import.",
    fields = {
        "modules": "A depset of node_modules folders (Files): the npm packages that the sources may import.",
        "sources": "A depset of all sources, those of dependencies included, and of the package.json files beside them.",
    },
)

def collect_sources(targets):
    """Returns the sources of several targets; a target that is no TypeScript target gives its files.

    Args:
      targets: targets of ts_project, or of files.

    Returns:
      A depset of Files.
    """
    return depset(transitive = [
        target[TypeScriptInfo].sources if TypeScriptInfo in target else target[DefaultInfo].files
        for target in targets
    ])

def path_in_repository(file):
    """Returns where a file is in its repository, generated or not.

    Args:
      file: a File.

    Returns:
      A path, such as "compiler/lexer/lexer.ts".
    """
    return file.short_path.split("/", 2)[2] if file.short_path.startswith("../") else file.short_path
