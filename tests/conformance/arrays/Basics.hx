class Basics {
	static function main() {
		var a = [3, 1, 2];
		Sys.println(a);
		Sys.println(a.length);
		a.push(9);
		Sys.println(a.pop());
		a[5] = 7;
		Sys.println(a.length);
		Sys.println(a[5]);
		a = [1, 2, 3];
		a.unshift(0);
		Sys.println(a.shift() + ":" + a);
		a.insert(1, 50);
		Sys.println(a);
		Sys.println(a.remove(50));
		Sys.println(a.remove(99));
		Sys.println(a.indexOf(3));
		Sys.println(a.contains(2));
		Sys.println(a.join("-"));
		a.reverse();
		Sys.println(a);
		Sys.println(a.concat([7, 8]));
		Sys.println(a.slice(1));
		Sys.println(a.slice(-2, -1));
		Sys.println(a.splice(0, 2));
		Sys.println(a);
		Sys.println(a.copy() == a);
		a.resize(0);
		Sys.println(a.length);
	}
}
