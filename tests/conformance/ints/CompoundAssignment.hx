class CompoundAssignment {
	static function main() {
		var i = 5;
		i += 3; Sys.println(i);
		i -= 1; Sys.println(i);
		i *= 4; Sys.println(i);
		i %= 10; Sys.println(i);
		i <<= 2; Sys.println(i);
		i |= 1; Sys.println(i);
		i ^= 3; Sys.println(i);
		i >>= 1; Sys.println(i);
		i >>>= 1; Sys.println(i);
		i &= 6; Sys.println(i);
		Sys.println(i++ + ++i);
		Sys.println(i-- - --i);
		var f = 1.0;
		f /= 4; Sys.println(f);
	}
}
