function main() {
	if (a) b else if (c) d;
	if (a) b; else c;
	while (a) b--;
	do {
		continue;
	} while (a);
	for (i in 0...10) break;
	for (key => value in map) trace(key);
	try {
		throw "x";
	} catch (e:String) {
		return;
	} catch (e) return e;
}
