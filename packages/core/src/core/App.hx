package core;

import core.render.Host;
import core.render.Renderer;
import core.scene.LiveScene;

/** A running game: one world, filled from a scene, stepped and drawn. **/
class App {
	/** The world in play; empty before `start`. **/
	public static var world(default, null):World = new World();

	public static var renderer(default, null):Renderer = new Renderer();

	static var scene:Null<LiveScene> = null;

	/** Loads scene "package.Name" and hands the game to the window, page or test that runs it. **/
	public static function start(id:String):Void {
		world = new World();
		renderer = new Renderer();
		scene = new LiveScene(world, id);
		Host.onFrame(step);
		Host.onDraw(draw);
		Host.onDigest(digest);
	}

	static function step(dt:Float):Void {
		var playing = scene;
		if (playing != null) playing.refresh();
		world.update(dt);
	}

	static function draw(alpha:Float):Void {
		renderer.draw(world);
	}

	static function digest():String {
		return Digest.of(world);
	}
}
