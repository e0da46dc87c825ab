package core.render;

import core.assets.Asset;
import core.assets.BlobFormat.AssetType;
import core.audio.Voice;
import core.math.Mat4;
import core.math.Vec3;
import core.math.Vec4;

/** Writes the 32-bit words of one picture; docs/render_commands.md has the format. **/
class Commands {
	static inline final BEGIN_FRAME = 1;
	static inline final DRAW = 2;
	static inline final SOUNDS = 3;

	@:intrinsic("commands.int") static function int(v:Int):Void;

	@:intrinsic("commands.float") static function float(v:Float):Void;

	/** Clears the picture and sets what all draws share. Colours are linear; the light shines along `lightDirection`. **/
	public static function beginFrame(clear:Vec3, viewProjection:Mat4, eye:Vec3, lightDirection:Vec3, lightColor:Vec3,
			ambient:Vec3, time:Float):Void {
		int(BEGIN_FRAME);
		vector(clear, 1.0);
		matrix(viewProjection);
		vector(eye, 1.0);
		vector(lightDirection, 0.0);
		vector(lightColor, 0.0);
		vector(ambient, 0.0);
		vector(new Vec3(time, 0.0, 0.0), 0.0);
	}

	/** Draws a mesh with a material, both by handle, and of its textures the region: left, top, width and height from 0 to 1. **/
	public static function draw(mesh:Int, material:Int, model:Mat4, region:Vec4):Void {
		int(DRAW);
		int(mesh);
		int(material);
		matrix(model);
		matrix(new Mat4().normalMatrix(model));
		vector(new Vec3(region.x, region.y, region.z), region.w);
	}

	/** Says what is to be heard from this picture on; what is not among it falls silent. **/
	public static function sounds(voices:Array<Voice>):Void {
		int(SOUNDS);
		int(voices.length);
		for (voice in voices) {
			int(voice.id);
			int(Asset.find(AssetType.AUDIO, voice.sound));
			int(voice.loops ? 1 : 0);
			float(voice.position);
			float(voice.volume);
			float(voice.pitch);
		}
	}

	static function matrix(matrix:Mat4):Void {
		for (element in matrix.m) float(element);
	}

	static function vector(v:Vec3, w:Float):Void {
		float(v.x);
		float(v.y);
		float(v.z);
		float(w);
	}
}
