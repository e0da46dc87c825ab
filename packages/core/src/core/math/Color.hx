package core.math;

/** A colour as red, green, blue and alpha from 0 to 1. Methods that change the colour return it. **/
class Color {
	public var r:Float;
	public var g:Float;
	public var b:Float;
	public var a:Float;

	public function new(r:Float = 0.0, g:Float = 0.0, b:Float = 0.0, a:Float = 1.0) {
		this.r = r;
		this.g = g;
		this.b = b;
		this.a = a;
	}

	/** From `0xRRGGBB`. **/
	public static function fromRgb(rgb:Int, alpha:Float = 1.0):Color {
		return new Color(byteOf(rgb, 16), byteOf(rgb, 8), byteOf(rgb, 0), alpha);
	}

	/** From `0xAARRGGBB`. **/
	public static function fromArgb(argb:Int):Color {
		return fromRgb(argb, byteOf(argb, 24));
	}

	/** From hue in degrees, saturation and value from 0 to 1. **/
	public static function fromHsv(hue:Float, saturation:Float, value:Float):Color {
		return new Color(hueChannel(hue, 5.0, saturation, value), hueChannel(hue, 3.0, saturation, value), hueChannel(hue, 1.0, saturation, value));
	}

	/** Each channel falls from `value` and rises again as the hue goes round, a third of the circle apart. **/
	static function hueChannel(hue:Float, offset:Float, saturation:Float, value:Float):Float {
		var k = Numbers.wrap(offset + hue / 60.0, 0.0, 6.0);
		return value - value * saturation * Numbers.clamp(Math.min(k, 4.0 - k), 0.0, 1.0);
	}

	public function set(r:Float, g:Float, b:Float, a:Float):Color {
		this.r = r;
		this.g = g;
		this.b = b;
		this.a = a;
		return this;
	}

	public function copyFrom(other:Color):Color {
		return set(other.r, other.g, other.b, other.a);
	}

	public function equals(other:Color):Bool {
		return r == other.r && g == other.g && b == other.b && a == other.a;
	}

	public function clone():Color {
		return new Color(r, g, b, a);
	}

	/** Goes towards `target`: not at all for 0, all the way for 1. **/
	public function lerp(target:Color, amount:Float):Color {
		return set(r + (target.r - r) * amount, g + (target.g - g) * amount, b + (target.b - b) * amount, a + (target.a - a) * amount);
	}

	/** Channel by channel. **/
	public function multiply(other:Color):Color {
		return set(r * other.r, g * other.g, b * other.b, a * other.a);
	}

	/** From what screens and pictures hold to what light adds up in; alpha stays (sRGB, IEC 61966-2-1). **/
	public function toLinear():Color {
		return set(linearOf(r), linearOf(g), linearOf(b), a);
	}

	/** Undoes `toLinear`. **/
	public function toSrgb():Color {
		return set(srgbOf(r), srgbOf(g), srgbOf(b), a);
	}

	/** `0xRRGGBB`. **/
	public function toRgb():Int {
		return (toByte(r) << 16) | (toByte(g) << 8) | toByte(b);
	}

	/** `0xAARRGGBB`. **/
	public function toArgb():Int {
		return (toByte(a) << 24) | toRgb();
	}

	/** `#RRGGBB`, with two more digits for the alpha where the colour is not opaque. **/
	public function toString():String {
		return "#" + StringTools.hex(toRgb(), 6) + (a < 1.0 ? StringTools.hex(toByte(a), 2) : "");
	}

	static function byteOf(bits:Int, shift:Int):Float {
		return ((bits >>> shift) & 0xFF) / 255.0;
	}

	static function toByte(channel:Float):Int {
		return Math.round(Numbers.clamp(channel, 0.0, 1.0) * 255.0);
	}

	static function linearOf(channel:Float):Float {
		return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
	}

	static function srgbOf(channel:Float):Float {
		return channel <= 0.0031308 ? channel * 12.92 : 1.055 * Math.pow(channel, 1.0 / 2.4) - 0.055;
	}
}
