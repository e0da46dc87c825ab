function main() {
	var is = 1, as = 2, from = 3, to = 4, get = 5, set = 6, never = 7;
	is + as + from + to;
	is is Int;
	super.f(this, null, true, false, abstract);
	x.new;
	x.macro;
}
