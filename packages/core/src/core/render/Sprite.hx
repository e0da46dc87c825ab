package core.render;

import core.Component;
import core.assets.Atlas;
import core.assets.TextureAsset;
import core.math.Vec4;

/** Its entity is drawn with one region of an atlas: the material has the atlas as its texture, and uvs from 0 to 1 span the region. **/
@:component class Sprite extends Component {
	/** All of a texture. **/
	public static final WHOLE = new Vec4(0.0, 0.0, 1.0, 1.0);

	/** The atlas; empty for all of the texture. **/
	@:param public var atlas:TextureAsset = "";

	/** Name of the region. **/
	@:param public var region:String = "";

	/** Left, top, width and height in the atlas as it is now, from 0 to 1. Throws a text where it has no such region. **/
	public function place():Vec4 {
		if (atlas == "") return WHOLE;
		var found = Atlas.require(atlas).find(region);
		if (found == null) throw 'Atlas "$atlas" has no region "$region"';
		return found.place();
	}
}
