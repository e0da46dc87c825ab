"""`game`: everything that a game's BUILD file has to say."""

load(":game_dev.bzl", "game_dev")
load(":game_program.bzl", "game_program")
load(":ship_native.bzl", "ship_native")
load(":ship_web.bzl", "ship_web")

def game(name, code, packages, main = "Main", resources = {}, title = None, visibility = None):
    """Declares a game: `:dev` to run while it is made, `:ship_linux_x64` and `:ship_web` to ship.

    Args:
      name: name of the compiled game, from which the other targets are made.
      code: the haxe_library with the class `main`.
      packages: the asset packages (`game_package` targets) that the game loads.
      main: path of the class whose `main` starts the game.
      resources: files that the game carries, with the name under which `haxe.Resource` gives each.
      title: for windows and pages; `name` if not given.
      visibility: who may use the targets.
    """
    game_program(
        name = name,
        code = code,
        main = main,
        packages = packages,
        resources = resources,
        title = title or name,
        visibility = visibility,
    )
    game_dev(
        name = "dev",
        game = name,
        visibility = visibility,
    )
    ship_native(
        name = "ship_linux_x64",
        game = name,
        visibility = visibility,
    )
    ship_web(
        name = "ship_web",
        game = name,
        visibility = visibility,
    )
