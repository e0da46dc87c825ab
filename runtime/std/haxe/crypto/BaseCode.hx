package haxe.crypto;

import haxe.io.Bytes;

/** Bytes in an alphabet of 2, 4, 8 … 256 characters, each of which stands for as many bits as number them. **/
class BaseCode {
	static inline final LARGEST = 256;

	final base:Bytes;
	final bits:Int;

	/** The number of each character, -1 for those that are not in the alphabet; null until something is decoded. **/
	var numbers:Null<Array<Int>> = null;

	/** `base`: the alphabet. **/
	public function new(base:Bytes) {
		var count = 1;
		while (base.length > 1 << count) count++;
		if (count > 8 || base.length != 1 << count) throw "BaseCode : base length must be a power of two.";
		this.base = base;
		bits = count;
	}

	/** The characters for the bytes. The last one is filled up with zeros. **/
	public function encodeBytes(b:Bytes):Bytes {
		var result = Bytes.alloc(Std.int((b.length * 8 + bits - 1) / bits));
		var held = 0;
		var count = 0;
		var next = 0;
		for (i in 0...result.length) {
			while (count < bits) {
				held = (held << 8 | b.get(next++)) & 0xFFFF;
				count += 8;
			}
			count -= bits;
			result.set(i, base.get(held >> count & base.length - 1));
		}
		return result;
	}

	/** The bytes for the characters. Bits at the end that do not fill a byte are left out. **/
	public function decodeBytes(b:Bytes):Bytes {
		if (numbers == null) numbers = numbering();
		var result = Bytes.alloc(b.length * bits >> 3);
		var held = 0;
		var count = 0;
		var next = 0;
		for (i in 0...result.length) {
			while (count < 8) {
				var number = numbers[b.get(next++)];
				if (number < 0) throw "BaseCode : invalid encoded char";
				held = (held << bits | number) & 0xFFFF;
				count += bits;
			}
			count -= 8;
			result.set(i, held >> count);
		}
		return result;
	}

	function numbering():Array<Int> {
		var table = [for (i in 0...LARGEST) -1];
		for (i in 0...base.length) table[base.get(i)] = i;
		return table;
	}

	public function encodeString(s:String):String {
		return encodeBytes(Bytes.ofString(s)).toString();
	}

	public function decodeString(s:String):String {
		return decodeBytes(Bytes.ofString(s)).toString();
	}

	/** `s` in the alphabet `base`. **/
	public static function encode(s:String, base:String):String {
		return new BaseCode(Bytes.ofString(base)).encodeString(s);
	}

	/** What `s` stands for in the alphabet `base`. **/
	public static function decode(s:String, base:String):String {
		return new BaseCode(Bytes.ofString(base)).decodeString(s);
	}
}
