function main() {
	a = b += c ??= d;
	i++ + --j - -k * !l;
	a?.b?.c(1)[2] ?? d == e;
	x >> 1 >>> 2 << 3;
	x >>= 1;
	x >>>= 2;
	x >= y;
	value is Array<Int> && !value is String;
	cond ? a : other ? b : c;
	f(...rest);
}
