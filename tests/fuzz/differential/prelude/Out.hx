/** What generated programs print with, and the bounds that make them end. **/
class Out {
	/** How many steps a program may take. **/
	static inline var FUEL = 600;

	static var fuel = 0;
	static var digest = 0;

	public static function begin(name:String):Void {
		fuel = FUEL;
		digest = 0x811C9DC5;
		Sys.println('== $name');
	}

	public static function end():Void {
		Sys.println('digest ${StringTools.hex(digest, 8)}');
	}

	/** False when the steps are used up. **/
	public static function tick():Bool {
		fuel--;
		return fuel > 0;
	}

	public static function text(value:String):Void {
		for (index in 0...value.length) {
			digest ^= StringTools.fastCodeAt(value, index);
			digest *= 16777619;
		}
		Sys.println(value);
	}

	/** A text that was thrown. Where null was used, each target has words of its own. **/
	public static function caught(value:String):Void {
		text(StringTools.startsWith(value.toLowerCase(), "null access") ? "null access" : value);
	}

	public static function int(value:Int):Void {
		text('i $value');
	}

	public static function float(value:Float):Void {
		text('f ${bits(value)}');
	}

	/** Prints and gives back: shows in which order operands are evaluated. **/
	public static function note(value:Int):Int {
		text('n $value');
		return value;
	}

	/** The exact value: sign, 53 bits in two halves, exponent. Targets print decimals differently. **/
	static function bits(value:Float):String {
		if (value != value) return "nan";
		if (value == 0) return 1 / value < 0 ? "-0" : "0";
		var sign = value < 0 ? "-" : "";
		var left = Math.abs(value);
		if (left == Math.POSITIVE_INFINITY) return sign + "inf";
		var exponent = 0;
		while (left >= 2.0) {
			left /= 2.0;
			exponent++;
		}
		while (left < 1.0) {
			left *= 2.0;
			exponent--;
		}
		var high = Std.int(left * 67108864.0);
		var low = Std.int((left * 67108864.0 - high) * 67108864.0);
		return '$sign$high:$low^$exponent';
	}

	/** An Int, 0 where the number is too large for one. **/
	public static function toInt(value:Float):Int {
		return value > -1e9 && value < 1e9 ? Std.int(value) : 0;
	}

	public static function toFloat(value:Int):Float {
		return value + 0.0;
	}

	public static function clip(value:String):String {
		return value.length > 40 ? value.substr(0, 40) : value;
	}

	/** Letters beyond ASCII have no case in Haxe's interpreter. **/
	public static function ascii(value:String):String {
		var buffer = new StringBuf();
		for (index in 0...value.length) {
			var code = StringTools.fastCodeAt(value, index);
			if (code < 128) buffer.addChar(code);
		}
		return buffer.toString();
	}

	public static function code(value:String, index:Int):Int {
		var code = value.charCodeAt(index);
		return code == null ? -1 : code;
	}

	public static function id<T>(value:T):T {
		return value;
	}

	public static function choose<T>(condition:Bool, yes:T, no:T):T {
		return condition ? yes : no;
	}

	public static function or<T>(value:Null<T>, byDefault:T):T {
		return value == null ? byDefault : value;
	}

	public static function twice<T>(map:T->T, value:T):T {
		return map(map(value));
	}

	public static function at<T>(array:Array<T>, index:Int, byDefault:T):T {
		return array.length == 0 ? byDefault : array[(index & 0x7FFFFFFF) % array.length];
	}

	public static function set<T>(array:Array<T>, index:Int, value:T):Void {
		if (array.length > 0) array[(index & 0x7FFFFFFF) % array.length] = value;
	}

	public static function compare(left:Int, right:Int):Int {
		return left < right ? -1 : left > right ? 1 : 0;
	}

	/** Sorted by a key, and equal keys by value: how many comparisons a sort makes is its own business. **/
	public static function sorted(array:Array<Int>, key:(Int, Int) -> Int):Array<Int> {
		var rows = [for (value in array) {value: value, key: key(value, 1)}];
		rows.sort((left, right) -> left.key == right.key ? compare(left.value, right.value) : compare(left.key, right.key));
		return [for (row in rows) row.value];
	}

	/** Maps differ in their order. **/
	public static function keys(names:Array<String>):String {
		names.sort((left, right) -> left < right ? -1 : left > right ? 1 : 0);
		return names.join(" ");
	}
}
