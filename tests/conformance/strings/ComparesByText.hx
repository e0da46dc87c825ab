class ComparesByText {
	static function main() {
		var a = "ab";
		var b = "a" + (a.length == 2 ? "b" : "c");
		Sys.println(a == b);
		Sys.println(a != "abc");
		Sys.println("a" < "b");
		Sys.println("b" <= "a");
		Sys.println("Z" < "a");
		Sys.println("" < "a");
		var n:String = null;
		Sys.println(n == null);
		Sys.println(n == a);
		var d:Dynamic = b;
		Sys.println(d == "ab");
	}
}
