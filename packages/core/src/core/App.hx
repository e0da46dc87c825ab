package core;

import core.assets.BlobFormat.AssetType;
import core.render.Host;
import core.render.Renderer;
import core.scene.LiveScene;

/** A running game: one world, filled from a scene, stepped and drawn. **/
class App {
	/** The world in play; empty before `start`. **/
	public static var world(default, null):World = new World();

	public static var renderer(default, null):Renderer = new Renderer();

	/** The scene, and the instances of prefabs that came later. **/
	static var scenes:Array<LiveScene> = [];

	/** Loads scene "package.Name" and hands the game to the window, page or test that runs it. **/
	public static function start(id:String):Void {
		world = new World();
		renderer = new Renderer();
		scenes = [];
		play(new LiveScene(world, AssetType.SCENE, id));
		Host.onFrame(step);
		Host.onDraw(draw);
		Host.onDigest(digest);
	}

	/** Follows the reloads of a scene from now on. **/
	public static function play(scene:LiveScene):Void {
		scenes.push(scene);
	}

	static function step(dt:Float):Void {
		scenes = scenes.filter(scene -> !scene.isGone());
		follow();
		world.update(dt);
	}

	/** Takes over scenes that were reloaded; a game that stands still draws them too. **/
	static function follow():Void {
		for (scene in scenes) scene.refresh();
	}

	static function draw(alpha:Float):Void {
		follow();
		renderer.draw(world);
		world.sounds.draw();
	}

	static function digest():String {
		return Digest.of(world);
	}
}
