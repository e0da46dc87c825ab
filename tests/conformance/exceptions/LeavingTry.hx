class LeavingTry {
	static var log = [];
	static function find(xs:Array<Int>):Int {
		for (x in xs) {
			try {
				if (x == 0) throw "zero";
				if (x == 1) continue;
				if (x == 2) return 20;
				if (x == 3) break;
				log.push("end " + x);
			} catch (e:String) {
				log.push(e);
				if (xs.length == 1) return -1;
			}
			log.push("after " + x);
		}
		return -2;
	}
	static function nested():String {
		var where = "start";
		try {
			where = "outer";
			try {
				where = "inner";
				throw 5;
			} catch (s:String) {
				where = "wrong";
			}
		} catch (n:Int) {
			return where + n;
		}
		return "none";
	}
	static function main() {
		Sys.println(find([0, 1, 9, 2]));
		Sys.println(find([0]));
		Sys.println(find([3, 2]));
		Sys.println(log);
		Sys.println(nested());
	}
}
