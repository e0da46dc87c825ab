function main() {
	if (a) {}
	-b;
	{ a; }
	(c).d();
}
