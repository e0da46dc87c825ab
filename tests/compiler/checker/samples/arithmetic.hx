class Arithmetic {
	static function main() {
		var i = 7;
		var f = 2.5;
		$type(i + 1); // Int
		$type(i / 2); // Float
		$type(i + f); // Float
		$type(i % 3); // Int
		$type(f % 2); // Float
		$type(i << 2 | 1); // Int
		$type(~i); // Int
		$type(-f); // Float
		$type("a" + 1); // String
		$type(1 + "a"); // String
		$type(i < f); // Bool
		$type("a" < "b"); // Bool
		$type(!true && i == 3 || false); // Bool
		$type(i > 3 ? i : f); // Float
		var d:Dynamic = 3;
		$type(d + 1); // Dynamic
		$type(d - 1); // Float
		$type(d * d); // Float
		i += 2;
		i <<= 1;
		f += i;
		f /= 2;
		i++;
		--i;
		var s = "x";
		s += 1;
		s += null;
		$type(i++); // Int
		$type(0xFFFFFFFF); // Int
		$type(1e3); // Float
		$type("A".code); // Int
		$type(f > 0 ? null : 1); // Null<Int>
		var j:Null<Int> = null;
		$type(j + 1); // Int
		j += 1;
		if (j == null) j = i;
		var g:Float = i;
		g = j;
		var big:Float = 1;
		$type(big); // Float
	}
}
