class Buffer {
	static function main() {
		var b = new StringBuf();
		b.add("a");
		b.add(1);
		b.add(2.5);
		b.add(true);
		b.addChar(66);
		b.addSub("hello", 1, 3);
		Sys.println(b.toString());
		Sys.println(b.length);
	}
}
