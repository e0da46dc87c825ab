function main() {
	function local<T>(a:T, ?b) return a;
	inline function fast() {}
	var anonymous = function(x) return x;
	var arrows = [x -> x, () -> {}, (a, b) -> a + b, (a:Int, ?b:Int, c = 1) -> a, (a = 1) -> a, (a:Int = 1) -> a];
	curried(a -> b -> a + b);
	inline call();
}
