class Main {
	static var same = function<T>(value:T):T return value;
}
