"""What a game's BUILD files load."""

load("//rules/private:asset.bzl", _animation = "animation", _audio = "audio", _data_asset = "data_asset", _material = "material", _mesh = "mesh", _prefab = "prefab", _scene = "scene", _shader = "shader", _texture = "texture")
load("//rules/private:game.bzl", _game = "game")
load("//rules/private:haxe_library.bzl", _haxe_library = "haxe_library")
load("//rules/private:haxe_test.bzl", _haxe_test = "haxe_test")

animation = _animation
audio = _audio
data_asset = _data_asset
game = _game
haxe_library = _haxe_library
haxe_test = _haxe_test
material = _material
mesh = _mesh
prefab = _prefab
scene = _scene
shader = _shader
texture = _texture
