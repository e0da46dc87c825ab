function main() {
	cast x;
	cast(x, Int).y;
	cast (x : Int);
	cast (x) + 1;
	(x : Float);
	untyped __js__("x");
}
