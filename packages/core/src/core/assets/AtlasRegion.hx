package core.assets;

import core.math.Vec4;

/** A named rectangle of an atlas: in texels from the top left corner, and as texture coordinates. **/
class AtlasRegion {
	public final name:String;
	public final x:Int;
	public final y:Int;
	public final width:Int;
	public final height:Int;

	/** Left and top edge, from 0 to 1. **/
	public final u0:Float;
	public final v0:Float;

	/** Right and bottom edge, from 0 to 1. **/
	public final u1:Float;
	public final v1:Float;

	public function new(name:String, x:Int, y:Int, width:Int, height:Int, atlasWidth:Int, atlasHeight:Int) {
		this.name = name;
		this.x = x;
		this.y = y;
		this.width = width;
		this.height = height;
		u0 = x / atlasWidth;
		v0 = y / atlasHeight;
		u1 = (x + width) / atlasWidth;
		v1 = (y + height) / atlasHeight;
	}

	/** Left and top edge, width and height as shares of the atlas, as a shader gets them. **/
	public function place():Vec4 {
		return new Vec4(u0, v0, u1 - u0, v1 - v0);
	}
}
